package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Opens files while clients have taken all the descriptors that they can get. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class FullTableTest {
    private static final int DESCRIPTORS = 160;

    /** More than one file of a capture takes, which is 4 MiB at this limit. */
    private static final int PIECES = 10;

    @TempDir
    Path folder;

    @Test
    void theNextFileOfTheCaptureAndACopyCanStillBeOpened() throws Exception {
        Path copy = folder.resolve("copy.pcapng");
        List<String> before = List.of("bash", "-c", "ulimit -n " + DESCRIPTORS + " && exec \"$@\"", "bash");
        Process process = JavaChild.start(folder, before, FullTable.class, copy.toString());
        List<Socket> clients = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            int port = Integer.parseInt(out.readLine());
            do {
                clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
                assertThat(clients).hasSizeLessThan(DESCRIPTORS);
            } while (!isRefused(clients.get(clients.size() - 1)));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < PIECES; i++) {
                clients.get(0).getOutputStream().write(piece);
            }
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(out.readLine()).isEqualTo("copied");
            assertThat(out.readLine()).matches("KEPT in [2-9] files, \\d{7,} bytes");
            assertThat(copy.toFile()).exists();
        } finally {
            process.destroyForcibly();
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** Whether the server closes this connection at once; the others stay silent. */
    private static boolean isRefused(Socket client) throws IOException {
        client.setSoTimeout(300);
        try {
            return client.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }
}
