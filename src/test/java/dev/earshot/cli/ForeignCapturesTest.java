package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.packets.CaptureFile;
import dev.earshot.packets.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Captures of other programs in the terminal, and files as arguments. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ForeignCapturesTest {
    @TempDir
    private Path folder;

    private Path capture() throws IOException {
        byte[] bytes = CaptureFile.pcap()
                .packet(0, Wire.ethernet(Wire.ipv4().tcp(true, 1, 0, 8, "GET /\r\n")))
                .packet(9, Wire.ethernet(Wire.ipv4().tcp(false, 1, 8, 8, "200 OK\r\n")))
                .bytes();
        return Files.write(folder.resolve("web.pcap.gz"), CaptureFile.gzip(bytes));
    }

    @Test
    void showPrintsThem() throws Exception {
        try (Program earshot = Program.process(folder, "show", capture().toString())) {
            assertThat(earshot.row()).isEqualTo("10.0.0.1:50001 ! goes on: its beginning is not in the capture");
            assertThat(earshot.row()).isEqualTo("10.0.0.1:50001 < GET /");
            assertThat(earshot.row()).isEqualTo("10.0.0.1:50001 > 200 OK");
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void noneOfThemIsReplacedByRowsOfIt() throws Exception {
        Path capture = capture();
        byte[] before = Files.readAllBytes(capture);
        String file = capture.toString();
        try (Program earshot = new Program(folder, "show", file, "--as", "csv", "-o", file, "--force")) {
            assertThat(earshot.complaint()).contains("exists already");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.FAILED);
        }
        assertThat(capture).hasBinaryContent(before);
    }

    @Test
    void aFileOfAnotherKindIsRefusedInASentence() throws Exception {
        Path picture = Files.writeString(folder.resolve("picture"), "GIF89a");
        try (Program earshot = Program.process(folder, "show", picture.toString())) {
            assertThat(earshot.complaint())
                    .contains("is not a capture that Earshot can read: it reads pcapng and pcap");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.FAILED);
        }
    }

    @Test
    void aFileAsTheOnlyArgumentNeedsADisplayAndNamesTheCommandThatDoesNot() throws Exception {
        Path capture = capture();
        try (Program earshot = Program.process(folder, capture.toString())) {
            assertThat(earshot.complaint()).contains("There is no display", "'earshot show " + capture + "'");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.FAILED);
        }
    }

    @Test
    void aFileThatIsMissingIsNoMistypedCommand() throws Exception {
        try (Program earshot = Program.process(folder, "missing.pcap")) {
            assertThat(earshot.complaint()).contains("'missing.pcap' is neither a command nor a file to open.");
            assertThat(earshot.exitCode()).isEqualTo(Terminal.WRONG_USE);
        }
    }

    @Test
    void filesOpenInTheWindowButCommandsWin() throws IOException {
        String capture = capture().toString();
        assertThat(Terminal.files(capture)).containsExactly(Path.of(capture));
        assertThat(Terminal.files(capture, capture)).hasSize(2);
        assertThat(Terminal.files("show", capture)).isEmpty();
        assertThat(Terminal.files("listen")).isEmpty();
        assertThat(Terminal.files("--help")).isEmpty();
        assertThat(Terminal.files(capture, "--hex")).isEmpty();
        assertThat(Terminal.files(folder.toString())).isEmpty();
        assertThat(Terminal.files(folder.resolve("missing").toString())).isEmpty();
    }
}
