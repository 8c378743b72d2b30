package dev.earshot.net;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/**
 * Makes all threads of the program, each with a name. A daemon thread ends with the program; the program waits for one
 * that has to finish. Any thread.
 */
public final class Background {
    /** Half the usual: thousands of stacks are only address space, but a 32-bit system has little. */
    private static final int LEAN_STACK = 512 * 1024;

    private Background() {}

    /** Has what escapes from any thread written to the diagnostics. To be called once, first of all. */
    public static void logWhatEscapes() {
        // The logger is asked for only then: at the start it is not set up yet, and that takes a while.
        Thread.setDefaultUncaughtExceptionHandler((thread, escaped) ->
                LoggerFactory.getLogger(Background.class).error("{} ended", thread.getName(), escaped));
    }

    /** Runs the task on a daemon thread of this name, and returns the thread. */
    public static Thread run(String name, Runnable task) {
        Thread thread = thread(name, task);
        thread.start();
        return thread;
    }

    /** Runs the task on a thread of this name that the program waits for before it ends, and returns the thread. */
    public static Thread runToTheEnd(String name, Runnable task) {
        Thread thread = make(name, task, false, 0);
        thread.start();
        return thread;
    }

    /** Runs the task when the program ends, even if it is told to by the system. */
    public static void runAtExit(String name, Runnable task) {
        Runtime.getRuntime().addShutdownHook(make(name, task, false, 0));
    }

    /** Returns a daemon thread of this name that is not started yet. */
    public static Thread thread(String name, Runnable task) {
        return make(name, task, true, 0);
    }

    /** Returns a daemon thread with a small stack that is not started yet, where there may be thousands of them. */
    public static Thread leanThread(String name, Runnable task) {
        return make(name, task, true, LEAN_STACK);
    }

    /** Returns a worker that runs its tasks one after the other on a daemon thread of this name. */
    public static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(threads(name));
    }

    /** Returns a maker of daemon threads that all have this name. */
    public static ThreadFactory threads(String name) {
        return task -> thread(name, task);
    }

    private static Thread make(String name, Runnable task, boolean daemon, int stack) {
        Thread thread = new Thread(null, task, name, stack); // a stack of 0 is the usual one
        thread.setDaemon(daemon);
        return thread;
    }
}
