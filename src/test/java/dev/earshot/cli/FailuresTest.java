package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Checks that an error of the system gives one sentence on standard error and exit code 1, and leaves no files. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FailuresTest {
    @TempDir
    private Path folder;

    @Test
    void aTakenPortGivesOneSentenceAndLeavesNoCapture() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Program earshot = Program.process(
                        folder, "listen", Integer.toString(taken.getLocalPort()), "--capture", "x.pcapng")) {
            assertThat(earshot.complaints())
                    .containsExactly("earshot: Port " + taken.getLocalPort()
                            + " is already in use on 127.0.0.1. Try 'earshot listen --help'.");
            assertThat(earshot.rest()).isEmpty();
            assertThat(earshot.exitCode()).isEqualTo(1);
            assertThat(folder.resolve("x.pcapng")).doesNotExist();
        }
    }

    @Test
    void aLogFileThatCannotBeOpenedLeavesNoCapture() throws Exception {
        Path capture = folder.resolve("x.pcapng");
        Path log = folder.resolve("none/log.txt");
        try (Program earshot = new Program(folder, "listen", "0", "--capture", capture.toString(), "--log", "" + log)) {
            assertThat(earshot.complaints()).singleElement().asString().contains(log + " does not exist");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        assertThat(capture).doesNotExist();
    }

    @Test
    void whatTheCaptureLacksAtTheEndIsSaid() throws Exception {
        Path captures = Files.createDirectory(folder.resolve("captures"));
        Path capture = captures.resolve("x.pcapng");
        try (Program earshot = new Program(folder, "listen", "0", "--capture", capture.toString())) {
            earshot.port();
            Files.delete(capture);
            Files.delete(captures);
            Files.createFile(captures); // no folder can be made there
            earshot.saying("The capture was deleted from " + captures);
            earshot.signal("TERM");
            assertThat(String.join("\n", earshot.complaints()))
                    .containsPattern("\\d+ bytes of the capture could not be written and are lost\\.");
        }
    }

    @Test
    void aStateFolderThatCannotBeCreatedGivesOneSentenceWithItsPath() throws Exception {
        Files.createFile(folder.resolve("earshot"));
        try (Program earshot = Program.process(folder, "listen", "0")) {
            assertThat(earshot.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("earshot: The folder for captures, " + folder.resolve("earshot/sessions"));
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void withoutADisplayTheBareProgramNamesListen() throws Exception {
        try (Program earshot = Program.process(folder)) {
            assertThat(earshot.complaints()).singleElement().asString().contains("'earshot listen PORT'");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void filesThatCannotBeShownGiveOneSentenceAndExitCodeOne() throws Exception {
        try (Program program = Program.process(folder, "show", "missing.pcapng")) {
            assertThat(program.complaints())
                    .containsExactly("earshot: missing.pcapng does not exist, or its folder does not."
                            + " Try 'earshot show --help'.");
            assertThat(program.rest()).isEmpty();
            assertThat(program.exitCode()).isEqualTo(1);
        }
        Path foreign = Files.writeString(folder.resolve("foreign.txt"), "no capture at all, but text");
        try (Program program = Program.process(folder, "show", foreign.toString())) {
            assertThat(program.complaints())
                    .containsExactly(
                            "earshot: " + foreign + " is not a capture that Earshot can read: it reads pcapng and"
                                    + " pcap, also compressed by gzip. Try 'earshot show --help'.");
            assertThat(program.exitCode()).isEqualTo(1);
        }
        try (Program program = Program.process(folder, "listen", "0", "--capture", foreign.toString())) {
            assertThat(program.complaints())
                    .containsExactly("earshot: " + foreign + " exists already; choose another name."
                            + " Try 'earshot listen --help'.");
            assertThat(program.exitCode()).isEqualTo(1);
        }
        assertThat(foreign).hasContent("no capture at all, but text");
    }
}
