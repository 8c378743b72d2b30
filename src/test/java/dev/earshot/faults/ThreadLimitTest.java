package dev.earshot.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.Earshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Listens where the system gives no more threads: a control group that allows only so many. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class ThreadLimitTest {
    private static final int CLIENTS = 120;

    /** Enough for the JVM itself and some clients. */
    private static final int THREADS = 80;

    @TempDir
    Path folder;

    private Path group;

    @BeforeEach
    void limit() throws IOException {
        for (String root : List.of("/sys/fs/cgroup/pids", "/sys/fs/cgroup")) {
            Path made = Path.of(root, "earshot-" + ProcessHandle.current().pid());
            try {
                Files.createDirectory(made);
                Files.writeString(made.resolve("pids.max"), Integer.toString(THREADS));
                group = made;
                return;
            } catch (IOException e) {
                Files.deleteIfExists(made); // no such control, or no right to it
            }
        }
        assumeTrue(false, "this user may not make a control group that limits threads");
    }

    @AfterEach
    void unlimit() throws IOException {
        if (group != null) {
            Files.deleteIfExists(group);
        }
    }

    @Test
    void clientsBeyondTheThreadsAreRefusedAndTheOthersStay() throws Exception {
        List<String> before =
                List.of("bash", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "bash");
        Process process = JavaChild.start(folder, before, Earshot.class, "listen", "0", "--half-close", "0");
        List<Socket> clients = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            String first = out.readLine();
            int port = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
                clients.get(i).getOutputStream().write(("hello " + i + "\n").getBytes(US_ASCII));
            }
            rowOf(out, row -> row.endsWith("could not be served, for no thread could be started"));
            Socket stays = clients.get(0);
            stays.getOutputStream().write("still here\n".getBytes(US_ASCII));
            rowOf(out, row -> row.contains(":" + stays.getLocalPort() + " < still here"));
            for (Socket client : clients.subList(1, CLIENTS)) {
                client.close();
            }
            rowOf(out, row -> row.contains(" - "));
            Socket next = awaitServed(port, out);
            clients.add(next);
            process.destroy();
            process.onExit().join();
        } finally {
            process.destroyForcibly();
            process.onExit().join();
            for (Socket client : clients) {
                client.close();
            }
        }
        assertThat(Files.readString(folder.resolve("errors.txt"))).doesNotContain("Exception in thread");
    }

    /** Reads rows until one of them is what is wanted, and returns that. */
    private static String rowOf(BufferedReader out, Predicate<String> wanted) throws IOException {
        String row = out.readLine();
        while (!wanted.test(row)) {
            row = out.readLine();
            assertThat(row).isNotNull();
        }
        return row;
    }

    /** Connects until the threads of those that have left are free. */
    private static Socket awaitServed(int port, BufferedReader out) throws IOException {
        while (true) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
            String from = ":" + client.getLocalPort() + " ";
            client.getOutputStream().write("again\n".getBytes(US_ASCII));
            String row = rowOf(out, each -> each.contains(from + "< again") || each.contains(from + "- "));
            if (row.endsWith("again")) {
                return client;
            }
            client.close();
        }
    }
}
