package dev.earshot.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint's thread for what must be told in order, and for what becomes due: ends, stalls, silences. */
final class Housekeeper {
    private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);
    private static final int TICK_MILLIS = 200;
    private static final int SILENCE_TICK_MILLIS = 20;

    private final ScheduledThreadPoolExecutor executor;
    private volatile String name = "keep";

    /** Those who might have a silence to tell. Confined to the thread. */
    private final List<SilenceWatch> watched = new ArrayList<>();

    Housekeeper() {
        executor = new ScheduledThreadPoolExecutor(
                1, body -> Background.leanThread(name, body), new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Starts the thread; once.
     *
     * @param watch is run every now and then
     * @throws IOException if the system has no thread for it
     */
    void start(String name, Runnable watch) throws IOException {
        this.name = name;
        try {
            executor.scheduleWithFixedDelay(() -> run(watch), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError e) {
            executor.shutdownNow();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Runs a short task on the thread; none after {@link #end}. */
    void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /** Looks at this every few milliseconds from now on, until it says that there is nothing to be told. */
    void watch(SilenceWatch watch) {
        execute(() -> {
            watched.add(watch);
            if (watched.size() == 1) {
                lookLater();
            }
        });
    }

    /** Ends the thread after what it was given to do. */
    void end() {
        executor.shutdown();
    }

    private void lookLater() {
        executor.schedule(this::look, SILENCE_TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        run(() -> watched.removeIf(watch -> !watch.look()));
        if (!watched.isEmpty()) {
            lookLater();
        }
    }

    /** A sink must not throw; one that does shall not cost us what comes next. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("keeper", e);
        }
    }
}
