package dev.earshot.cli;

import dev.earshot.net.Background;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Lets the program end normally on SIGTERM and SIGINT: it prints its last lines and returns its own exit code. Without
 * this, Java would return 143 or 130.
 */
final class ShutdownSignal {
    private static final int STUCK_SECONDS = 5;

    private final Runnable wake;
    private final LongSupplier progress;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile boolean requested;

    /**
     * Handles signals from now on.
     *
     * @param wake is run when a signal comes
     * @param progress changes as long as the program still gets on, if only slowly
     */
    ShutdownSignal(Runnable wake, LongSupplier progress) {
        this.wake = wake;
        this.progress = progress;
        Background.runAtExit("end", this::finish);
    }

    /** Whether a signal has come. */
    boolean isRequested() {
        return requested;
    }

    /** Reports that the program has finished, with this exit code. */
    void complete(int exitCode) {
        code.complete(exitCode);
    }

    private void finish() {
        requested = true;
        wake.run();
        Runtime.getRuntime().halt(awaitExitCode());
    }

    private int awaitExitCode() {
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
