package dev.earshot.net;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/**
 * Makes all threads that our own code starts, each with a name. A daemon thread ends with the program; the program
 * waits for any other thread. Any thread.
 */
public final class Background {
    /** The stack size of lean threads in bytes, half the default: thousands of stacks take much of a 32-bit system. */
    private static final int LEAN_STACK = 512 * 1024;

    private Background() {}

    /** Logs and counts the uncaught exceptions of all threads. Called once, before anything else. */
    public static void logUncaughtExceptions() {
        // The logger is made only when it is needed: setting it up takes a while at the start.
        Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> {
            UncaughtErrors.ALL.add(thread.getName(), uncaught);
            LoggerFactory.getLogger(Background.class).error("{} ended", thread.getName(), uncaught);
        });
    }

    /** Runs the task on a daemon thread of this name, and returns the thread. */
    public static Thread run(String name, Runnable task) {
        Thread thread = thread(name, task);
        thread.start();
        return thread;
    }

    /** Runs the task on a thread of this name, and returns the thread. The program does not end before it. */
    public static Thread runToTheEnd(String name, Runnable task) {
        Thread thread = make(name, task, false, 0);
        thread.start();
        return thread;
    }

    /** Runs the task when the program ends, even if the system ends it. */
    public static void runAtExit(String name, Runnable task) {
        Runtime.getRuntime().addShutdownHook(make(name, task, false, 0));
    }

    /** Returns a daemon thread of this name that is not started yet. */
    public static Thread thread(String name, Runnable task) {
        return make(name, task, true, 0);
    }

    /** Returns a daemon thread with a small stack that is not started yet; there may be thousands of them. */
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
