package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Serves 200 clients with 50 messages a second each, and prints every one, with a heap of 64 MB: it may be slower or
 * refuse clients, but never runs out of memory and loses nothing.
 */
@Tag("faults")
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallHeapTest {
    private static final int CLIENTS = 200;
    private static final int MESSAGES = 50 * 30;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(1) / 50;

    @TempDir
    private Path folder;

    @Test
    void aHeapOf64MegabytesServesTwoHundredBusyClientsAndLosesNothing() throws Exception {
        Map<String, Integer> sent = new HashMap<>();
        try (Program earshot = Program.withHeap("64m", folder, "listen", "0", "--half-close", "0")) {
            int port = earshot.port();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<Integer>> counts = new ArrayList<>();
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                sockets.add(socket);
                counts.add(clients.submit(() -> send(socket)));
            }
            for (int i = 0; i < CLIENTS; i++) {
                sent.put(Program.name(sockets.get(i)), counts.get(i).get());
                sockets.get(i).close();
            }
            clients.shutdown();
            Map<String, Integer> printed = new HashMap<>();
            for (int left = 0; left < CLIENTS; ) {
                String row = earshot.row();
                String client = row.substring(0, row.indexOf(' '));
                if (row.contains(" < message ")) {
                    printed.merge(client, 1, Integer::sum);
                } else if (row.startsWith(client + " - ")) {
                    left++;
                }
            }
            assertThat(printed).isEqualTo(sent);
            earshot.signal("TERM");
            assertThat(earshot.exitCode()).isZero();
            assertThat(earshot.complaints()).isEmpty();
        }
        assertThat(sent.values()).as("nobody was refused on this machine").containsOnly(MESSAGES);
        assertThat(folder.resolve("earshot/earshot.log").toFile())
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).content().doesNotContain("OutOfMemoryError"));
    }

    /** Sends at an even rate; returns the number of messages that were taken. */
    private static int send(Socket client) {
        byte[] message = ("message " + "x".repeat(55) + "\n").getBytes(UTF_8);
        long next = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            try {
                client.getOutputStream().write(message);
            } catch (IOException e) {
                return i; // refused
            }
            next += NANOS_BETWEEN;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return MESSAGES;
    }
}
