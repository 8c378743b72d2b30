package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs servers with limits. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LimitsTest {
    private static final int DESCRIPTORS = 256;

    @TempDir
    private Path folder;

    @Test
    void eachLimitIsAnOption() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--max-clients", "1", "--deny", "10.0.0.0/8")) {
            int port = earshot.port();
            try (Socket client = new Socket("127.0.0.1", port);
                    Socket refused = new Socket("127.0.0.1", port)) {
                assertThat(earshot.row()).isEqualTo(Program.name(client) + " + connected");
                assertThat(Program.read(refused, 1)).isEmpty();
                assertThat(earshot.row())
                        .isEqualTo("* ! " + Program.name(refused)
                                + " was refused: 1 client is connected, as many as may be");
            }
        }
        try (Program earshot = new Program(folder, "listen", "0", "--allow", "10.0.0.0/8")) {
            try (Socket refused = new Socket("127.0.0.1", earshot.port())) {
                assertThat(Program.read(refused, 1)).isEmpty();
                assertThat(earshot.row())
                        .isEqualTo("* ! " + Program.name(refused) + " was refused: its address may not connect");
            }
        }
        try (Program earshot = new Program(folder, "listen", "0", "--allow", "example.com")) {
            assertThat(earshot.complaint()).contains("'example.com' is not an IPv4 address");
            assertThat(earshot.exitCode()).isEqualTo(2);
        }
    }

    /** Its hard limit is lowered, because the JVM raises the soft one to the hard one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void manyClientsLeaveDescriptorsForFilesAndAreToldOfOnce() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (Program earshot = Program.withDescriptors(DESCRIPTORS, folder, "listen", "0")) {
            int port = earshot.port();
            for (int i = 0; i < 2 * DESCRIPTORS; i++) {
                clients.add(new Socket("127.0.0.1", port));
            }
            String row = earshot.row();
            int joined = 0;
            for (; row.endsWith(" + connected"); row = earshot.row()) {
                joined++;
            }
            assertThat(joined).isGreaterThan(DESCRIPTORS / 4);
            assertThat(row).contains(" was refused: this program may open no more files");
            assertThat(openDescriptors(earshot.pid())).isLessThanOrEqualTo(DESCRIPTORS - DESCRIPTORS / 4 + 1);
            Socket served = clients.get(0);
            served.getOutputStream().write("still here\n".getBytes(UTF_8));
            assertThat(earshot.row()).endsWith(" < still here");
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static int openDescriptors(long pid) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path ignored : open) {
                count++;
            }
        }
        return count;
    }
}
