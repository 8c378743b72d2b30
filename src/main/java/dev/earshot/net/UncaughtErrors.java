package dev.earshot.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the errors that no code has caught, and describes them for a report. Equal ones are described once. A
 * description has the kinds and places of an error and never its message, which may quote traffic. Any thread.
 */
public final class UncaughtErrors {
    /** The errors of this program. */
    public static final UncaughtErrors ALL = new UncaughtErrors();

    /** The most different errors that are described. */
    static final int MOST = 20;

    private static final int MOST_FRAMES = 30;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private volatile int count;

    /** Counts an error that ended a task of this thread. */
    synchronized void add(String thread, Throwable error) {
        count++;
        String description = describe(thread, error);
        if (counts.size() < MOST || counts.containsKey(description)) {
            counts.merge(description, 1, Integer::sum);
        }
    }

    private static String describe(String thread, Throwable error) {
        StringBuilder text = new StringBuilder("Thread ")
                .append(thread.replaceAll("[0-9]+", "N"))
                .append('\n');
        int causes = 0;
        for (Throwable part = error; part != null && causes < 5; part = part.getCause()) {
            text.append(causes == 0 ? "" : "Caused by ")
                    .append(part.getClass().getName())
                    .append('\n');
            StackTraceElement[] frames = part.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            causes++;
        }
        return text.toString();
    }

    /** Returns the number of errors since the start. */
    public int count() {
        return count;
    }

    /** Returns a text about all errors that can be passed on: it has neither traffic nor addresses. */
    public synchronized String report() {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"os.name", "os.version", "java.version", "java.vendor"}) {
            text.append(name).append(' ').append(System.getProperty(name)).append('\n');
        }
        counts.forEach((description, times) ->
                text.append('\n').append(times).append(" x ").append(description));
        return text.toString();
    }
}
