package dev.earshot.net;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether the process has descriptors for more clients. Some are kept back, so that the next file of a capture,
 * an export or a connection of ours can still be opened. Known on Linux only; elsewhere there is always room. Any
 * thread.
 */
final class Descriptors {
    /** The number that is kept back, unless that is more than a quarter of all. */
    private static final int RESERVE = 64;

    /** After a refusal the answer stays the same for this time, because counting 10,000 descriptors takes a while. */
    private static final long REFUSAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Pattern LIMIT = Pattern.compile("Max open files +(\\d+) .*");

    /** The descriptors of this process, which all endpoints share. */
    static final Descriptors OF_PROCESS = new Descriptors(limit(), Descriptors::countOpen);

    private final int limit;
    private final int reserve;
    private final IntSupplier open;

    /** The number of clients that may come before the descriptors are counted again. */
    private int free;

    private long refusedAt = System.nanoTime() - REFUSAL_NANOS;

    /**
     * @param limit the number of descriptors that the process may have
     * @param open returns the number that are open
     */
    Descriptors(int limit, IntSupplier open) {
        this.limit = limit;
        this.open = open;
        reserve = Math.min(RESERVE, limit / 4);
    }

    /** Whether one more client can be taken. */
    synchronized boolean take() {
        if (limit == Integer.MAX_VALUE) {
            return true;
        }
        if (free == 0) {
            if (System.nanoTime() - refusedAt < REFUSAL_NANOS) {
                return false;
            }
            int room = limit - reserve - open.getAsInt();
            if (room < 0) {
                refusedAt = System.nanoTime();
                return false;
            }
            // Others open descriptors meanwhile: half of the room is given away before the next look.
            free = room / 2 + 1;
        }
        free--;
        return true;
    }

    private static int limit() {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .map(LIMIT::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(line -> Integer.parseInt(line.group(1)))
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException | NumberFormatException e) {
            return Integer.MAX_VALUE; // not Linux
        }
    }

    private static int countOpen() {
        int count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path ignored : descriptors) {
                count++;
            }
        } catch (IOException e) {
            return Integer.MAX_VALUE / 2; // not even this one could be opened
        }
        return count;
    }
}
