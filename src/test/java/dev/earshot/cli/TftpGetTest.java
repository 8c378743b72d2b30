package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code tftp get} as a script does. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TftpGetTest {
    @TempDir
    private Path folder;

    private DatagramSocket server;
    private String address;
    private DatagramPacket heard;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        server.setSoTimeout(30_000);
        address = "127.0.0.1:" + server.getLocalPort();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void hear() throws IOException {
        heard = new DatagramPacket(new byte[600], 600);
        server.receive(heard);
    }

    private void send(int opcode, int number, String text) throws IOException {
        byte[] packet = ("\0\0\0\0" + text).getBytes(US_ASCII);
        packet[1] = (byte) opcode;
        packet[3] = (byte) number;
        server.send(new DatagramPacket(packet, packet.length, heard.getSocketAddress()));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("earshot")) // the state folder
                    .toList();
        }
    }

    @Test
    void aFileIsSavedUnderTheLastPartOfItsNameAndTheLastLineSaysSo() throws Exception {
        try (Program earshot = Program.process(folder, "tftp", "get", address, "boot/fw.bin", "--timeout", "60")) {
            hear();
            send(3, 1, "hello");
            assertThat(earshot.line())
                    .matches("saved \\Q" + folder.toRealPath().resolve("fw.bin")
                            + "\\E, 5 bytes in \\d+\\.\\d s, \\S+ .?B/s");
            assertThat(earshot.exitCode()).isZero();
            assertThat(earshot.complaints()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("fw.bin"))).isEqualTo("hello");
    }

    @Test
    void aFileOfAnotherSizeThanAnnouncedIsSavedWithARemark() throws Exception {
        try (Program earshot = Program.process(folder, "tftp", "get", address, "fw", "--timeout", "60")) {
            hear();
            byte[] accepted = "\0\6tsize\0001\0\0\0\0".getBytes(US_ASCII);
            server.send(new DatagramPacket(accepted, accepted.length, heard.getSocketAddress()));
            hear();
            send(3, 1, "hello");
            assertThat(earshot.line()).startsWith("saved ");
            assertThat(earshot.complaint())
                    .isEqualTo("earshot: The server had announced a size of 1; the file is complete all the same.");
            assertThat(earshot.exitCode()).isZero();
        }
        assertThat(folder.resolve("fw")).hasContent("hello");
    }

    @Test
    void packetsArePrintedAsTheyGo() throws Exception {
        try (Program earshot =
                Program.process(folder, "tftp", "get", address, "fw", "-o", "x", "--packets", "--timeout", "60")) {
            hear();
            assertThat(earshot.row()).isEqualTo(address + " > RRQ fw, octet, tsize=0");
            send(3, 1, "x".repeat(512));
            assertThat(earshot.row()).isEqualTo(address + " < DATA block 1, 512 bytes");
            assertThat(earshot.row()).isEqualTo(address + " > ACK block 1");
            hear();
            send(5, 2, "\u001b no\0");
            assertThat(earshot.row()).isEqualTo(address + " < ERROR 2: \\x1B no");
            assertThat(earshot.complaint())
                    .isEqualTo("earshot: " + address
                            + " may not send 'fw' (error 2: \\x1B no). Try 'earshot tftp get --help'.");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aSignalCancelsItRemovesThePartAndTellsTheServer() throws Exception {
        try (Program earshot = Program.process(folder, "tftp", "get", address, "fw", "--timeout", "60")) {
            hear();
            send(3, 1, "x".repeat(512));
            hear();
            assertThat(names()).hasSize(1);
            earshot.signal("INT");
            assertThat(earshot.complaint()).isEqualTo("earshot: Cancelled after 512 bytes; nothing was saved.");
            assertThat(earshot.exitCode()).isEqualTo(1);
            hear();
            assertThat(heard.getData()).startsWith(0, 5, 0, 0);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatExistsIsReplacedByForceOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("fw"), "old");
        try (Program earshot = Program.process(folder, "tftp", "get", address, "fw")) {
            assertThat(earshot.complaint())
                    .isEqualTo("earshot: " + file.toRealPath()
                            + " exists already; --force replaces it. Try 'earshot tftp get --help'.");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Program earshot = Program.process(folder, "tftp", "get", address, "fw", "--force", "--timeout", "60")) {
            hear();
            send(3, 1, "new");
            assertThat(earshot.exitCode()).isZero();
        }
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    void aNameThatIsNotAllowedHereNeedsAnotherAndAFolderMayBeGiven() throws Exception {
        try (Program earshot = Program.process(folder, "tftp", "get", address, "boot/..")) {
            assertThat(earshot.complaint()).startsWith("earshot: '..' cannot be a file name");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        Files.createDirectory(folder.resolve("into"));
        try (Program earshot = Program.process(folder, "tftp", "get", address, "fw", "-o", "into", "--timeout", "60")) {
            hear();
            send(3, 1, "x");
            assertThat(earshot.exitCode()).isZero();
        }
        assertThat(folder.resolve("into/fw")).hasContent("x");
    }

    @Test
    void whenNobodyReadsThePacketsAnyMoreItEndsAndLeavesNothing() throws Exception {
        try (Program earshot =
                Program.readByHead(folder, "tftp", "get", address, "fw", "--packets", "--timeout", "60")) {
            hear();
            assertThat(earshot.line()).endsWith("RRQ fw, octet, tsize=0");
            assertThat(earshot.line()).isEqualTo("gone");
            send(3, 1, "x".repeat(512));
            assertThat(earshot.exitCode()).isZero();
            assertThat(earshot.complaints()).isEmpty();
        }
        assertThat(names()).isEmpty();
    }
}
