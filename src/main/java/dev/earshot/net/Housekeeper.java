package dev.earshot.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint's thread that reports events in order, and checks deadlines: ends, stalls and silences. */
final class Housekeeper {
    private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);
    private static final int TICK_MILLIS = 200;
    private static final int SILENCE_TICK_MILLIS = 20;

    private final ScheduledThreadPoolExecutor executor;
    private volatile String name = "keep";

    /** The watches of peers that may become silent. Confined to the thread. */
    private final List<SilenceWatch> watches = new ArrayList<>();

    Housekeeper() {
        executor = new ScheduledThreadPoolExecutor(
                1, body -> Background.leanThread(name, body), new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Starts the thread; once.
     *
     * @param regularTask runs regularly
     * @throws IOException if the system has no thread for it
     */
    void start(String name, Runnable regularTask) throws IOException {
        this.name = name;
        try {
            executor.scheduleWithFixedDelay(() -> run(regularTask), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError e) {
            executor.shutdownNow();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Runs a short task on the thread; does nothing after {@link #end}. */
    void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /** Runs a task again and again from now on, until the end. */
    void repeat(Runnable task, int millis) {
        executor.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Checks a silence watch every few milliseconds from now on, until it is not needed any more. */
    void watch(SilenceWatch watch) {
        execute(() -> {
            watches.add(watch);
            if (watches.size() == 1) {
                scheduleReports();
            }
        });
    }

    /** Ends the thread after the tasks that it has already. */
    void end() {
        executor.shutdown();
    }

    private void scheduleReports() {
        executor.schedule(this::reportSilences, SILENCE_TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void reportSilences() {
        run(() -> watches.removeIf(watch -> !watch.report()));
        if (!watches.isEmpty()) {
            scheduleReports();
        }
    }

    /** Runs a task and logs any exception, so that a sink that throws does not stop the thread. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("housekeeper", e);
        }
    }
}
