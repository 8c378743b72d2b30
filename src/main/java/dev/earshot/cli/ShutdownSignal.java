package dev.earshot.cli;

import dev.earshot.net.Background;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Makes a signal (SIGTERM, SIGINT) end the program as if it had come to its end by itself: with its last lines and its
 * own exit code, where Java would give 143 or 130.
 */
final class ShutdownSignal {
    private static final int STUCK_SECONDS = 5;

    private final Runnable wake;
    private final LongSupplier progress;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile boolean wanted;

    /**
     * From now on signals are answered.
     *
     * @param wake told when the end is wanted
     * @param progress a figure that changes as long as the end is only slow, as with a reader that takes its time
     */
    ShutdownSignal(Runnable wake, LongSupplier progress) {
        this.wake = wake;
        this.progress = progress;
        Background.runAtExit("end", this::finish);
    }

    /** Whether a signal has come. */
    boolean wanted() {
        return wanted;
    }

    /** All is done that was to be done; this is the exit code. */
    void done(int exitCode) {
        code.complete(exitCode);
    }

    private void finish() {
        wanted = true;
        wake.run();
        Runtime.getRuntime().halt(exitCode());
    }

    private int exitCode() {
        long before = -1;
        while (before != progress.getAsLong()) {
            before = progress.getAsLong();
            try {
                return code.get(STUCK_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                continue; // unless nothing moves any more: nobody reads the pipe, and nobody closes it
            } catch (InterruptedException | ExecutionException e) {
                break;
            }
        }
        return Terminal.FAILED;
    }
}
