package dev.earshot.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.Earshot;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes at random moments and looks at what they leave. */
@Tag("faults")
class KilledTest {
    private static final int MOST_MILLIS = 400;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void settingsAndExportsAreOldOrNewWheneverTheSavingProcessIsKilled() throws Exception {
        int value = 0;
        for (int round = 0; round < JavaChild.ROUNDS; round++) {
            Process process = JavaChild.start(
                    folder, List.of(), Saver.class, folder.toString(), Integer.toString(value), "on and on");
            int saved = 0;
            try (BufferedReader out = process.inputReader()) {
                assertThat(out.readLine()).as("seed %d", seed).isEqualTo("saved");
                kill(process);
                saved = 1 + (int) out.lines().count();
            }
            Saver.check(folder, value, value + saved);
            value += saved + 1;
        }
    }

    @Test
    void aCaptureOpensWithEveryRowThatWasPrintedWheneverAFloodedListenerIsKilled() throws Exception {
        CaptureStore store = new CaptureStore(folder.resolve("opened"));
        for (int round = 0; round < JavaChild.ROUNDS; round++) {
            Path capture = folder.resolve("round" + round + ".pcapng");
            Process process =
                    JavaChild.start(folder, List.of(), Earshot.class, "listen", "0", "--capture", capture.toString());
            long printed;
            try (BufferedReader out = process.inputReader()) {
                String first = out.readLine();
                int port = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
                Thread flood = new Thread(() -> flood(port));
                flood.start();
                Thread killer = new Thread(() -> kill(process));
                killer.start();
                printed = out.lines().filter(line -> line.matches(".* < n\\d+")).count();
                killer.join();
                flood.join();
            }
            Session session = Session.open(store, capture, Framing.LINES);
            try {
                assertThat(messages(session)).as("seed %d", seed).isGreaterThanOrEqualTo(printed);
            } finally {
                session.close();
            }
            Files.delete(capture);
        }
    }

    /** Returns the number of messages, which must be the numbers from 0, perhaps with a half one at the end. */
    private static long messages(Session session) throws IOException {
        long next = 0;
        try (RowReader rows = session.log().reader()) {
            for (long number = 0; number < rows.count(); number++) {
                Row row = rows.read(number, Integer.MAX_VALUE);
                if (row.kind() == Row.Kind.RECEIVED) {
                    String text = new String(row.bytes(), US_ASCII);
                    assertThat("n" + next + "\n").startsWith(text);
                    next++;
                }
            }
        }
        return next;
    }

    private static void flood(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            StringBuilder lines = new StringBuilder();
            for (int n = 0; ; n++) {
                lines.append('n').append(n).append('\n');
                if (lines.length() > 8_000) {
                    out.write(lines.toString().getBytes(US_ASCII));
                    lines.setLength(0);
                }
            }
        } catch (IOException e) {
            // The listener was killed.
        }
    }

    /** Kills a process as {@code kill -9} does, after a random time. */
    private void kill(Process process) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
        process.toHandle().destroyForcibly(); // not that of the process, which closes the output as well
        process.onExit().join();
    }
}
