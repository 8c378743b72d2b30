package dev.earshot.cli;

import dev.earshot.net.Background;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets the program end normally on SIGTERM, SIGINT and SIGHUP, within 3 s. It prints its last lines and returns its own
 * exit code.
 */
final class ShutdownSignal {
    /** The time for printing what is left, after the signal. */
    private static final long PRINT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The time after which nobody seems to read the output, and nobody closes it. */
    private static final int PATIENCE_MILLIS = 2_000;

    private static final int LAST_MILLIS = 700;

    private final Runnable stop;
    private final Runnable giveUp;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile boolean requested;
    private volatile long printUntil;

    /**
     * Handles signals from now on.
     *
     * @param stop is run when a signal comes; returns at once
     * @param giveUp is run if the program has not finished 2 s later, to save what can be saved
     */
    ShutdownSignal(HostProcess host, Runnable stop, Runnable giveUp) {
        this.stop = stop;
        this.giveUp = giveUp;
        host.signals().onEnd(this::finish);
    }

    /** Whether a signal has come. */
    boolean isRequested() {
        return requested;
    }

    /** Whether a signal has come so long ago that nothing more should be printed. */
    boolean isTimeUp() {
        return requested && System.nanoTime() - printUntil > 0;
    }

    /** Reports that the program has finished, with this exit code. */
    void complete(int exitCode) {
        code.complete(exitCode);
    }

    private int finish() {
        printUntil = System.nanoTime() + PRINT_NANOS;
        requested = true;
        stop.run();
        return exitCode();
    }

    private int exitCode() {
        try {
            return code.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Background.run("give up", this::saveRest);
            return code.completeOnTimeout(Terminal.FAILED, LAST_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        } catch (InterruptedException | ExecutionException e) {
            return Terminal.FAILED;
        }
    }

    private void saveRest() {
        giveUp.run();
        code.complete(Terminal.FAILED);
    }
}
