package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.settings.LoopKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the command of a kind of endpoint that has none of its own. */
class SettingsCommandTest {
    @TempDir
    private Path folder;

    private Program run(String... arguments) {
        return Program.withKind(new LoopKind(), folder, arguments);
    }

    @Test
    void opensTheEndpointAndSendsWhatIsTyped() throws Exception {
        try (Program earshot = run("loop", "echo", "--eol", "lf")) {
            assertThat(earshot.line()).startsWith("opened here LOOP");
            assertThat(earshot.row()).isEqualTo("echo-1-true-OCTET + connected");
            earshot.types("hello\n");
            assertThat(earshot.row()).isEqualTo("echo-1-true-OCTET > hello");
            assertThat(earshot.row()).isEqualTo("echo-1-true-OCTET < hello");
            earshot.signal("TERM");
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void takesAnOptionForEachOtherSetting() {
        try (Program earshot = run("loop", "echo", "--hops", "7", "--no-loopback", "--tftp-mode=netascii")) {
            earshot.line();
            assertThat(earshot.row()).startsWith("echo-7-false-NETASCII ");
        }
    }

    @Test
    void aWrongOptionIsNamedAndAWrongPlaceIsAProblem() throws Exception {
        try (Program earshot = run("loop", "echo", "--hops", "300")) {
            assertThat(earshot.complaint()).contains("--hops cannot be '300'");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.WRONG_USE);
        }
        try (Program earshot = run("loop")) {
            assertThat(earshot.complaint()).contains("INTERFACE");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.WRONG_USE);
        }
    }

    @Test
    void describesItsArgumentsByTheWordsOfTheWindow() {
        HostProcess host = HostProcess.standard();
        CommandLine command =
                SettingsCommand.of(new LoopKind(), host, Commands.all(host).getFactory());
        assertThat(command.getUsageMessage())
                .startsWith("Usage: loop [")
                .contains("Open UDP, print what happens, send what is typed.")
                .containsPattern("INTERFACE +Interface\\.")
                .containsPattern("--hops=HOPS +Hops \\(TTL\\)\\. Default: 1")
                .containsPattern("--\\[no-\\]loopback +This computer gets its own multicast too\\.")
                .containsPattern("--tftp-mode=TFTP-MODE +Transfer as\\. Default: octet");
    }

    @Test
    void takesWhatIsNotGivenFromAProfile() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("loop.json"),
                "{\"format\": \"earshot profile 1\", \"kind\": \"tcp_server\", \"settings\": {}}");
        try (Program earshot = run("loop", "echo", "--profile", profile.toString())) {
            assertThat(earshot.complaint()).contains("is no profile for 'loop'; use it with 'listen'");
        }
    }
}
