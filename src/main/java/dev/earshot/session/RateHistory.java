package dev.earshot.session;

import dev.earshot.session.Traffic.Count;
import dev.earshot.session.Traffic.Rate;

/** The traffic in each direction for each second of the last minute. Confined to the thread that measures. */
public final class RateHistory {
    /** The length of the history in seconds. */
    public static final int SECONDS = 60;

    /** The seconds over which a rate is averaged, so that a message every second or two does not flicker. */
    private static final int AVERAGED = 3;

    // Four bytes each: thousands of clients may have one.
    private final float[] in = new float[SECONDS];
    private final float[] out = new float[SECONDS];
    private final float[] messagesIn = new float[AVERAGED];
    private final float[] messagesOut = new float[AVERAGED];
    private int next;
    private int quiet; // seconds without traffic

    /**
     * Adds the traffic since the last call.
     *
     * @param seconds the time since the last call, at least 1
     */
    void add(Count traffic, double seconds) {
        quiet = traffic.isNone() ? quiet : 0;
        for (long i = Math.min(SECONDS, Math.round(seconds)); i > 0; i--) {
            in[next] = (float) (traffic.bytesIn() / seconds);
            out[next] = (float) (traffic.bytesOut() / seconds);
            messagesIn[next % AVERAGED] = (float) (traffic.messagesIn() / seconds);
            messagesOut[next % AVERAGED] = (float) (traffic.messagesOut() / seconds);
            next = (next + 1) % SECONDS;
            quiet++;
        }
    }

    /** Whether there was no traffic in the whole minute. */
    boolean isEmpty() {
        return quiet >= SECONDS;
    }

    /** Bytes received in the {@code i}th of the sixty seconds, the oldest first. */
    public double in(int i) {
        return in[(next + i) % SECONDS];
    }

    /** Bytes sent in the {@code i}th of the sixty seconds, the oldest first. */
    public double out(int i) {
        return out[(next + i) % SECONDS];
    }

    /** The most bytes in one direction in one second. */
    public double peak() {
        double most = 0;
        for (int i = 0; i < SECONDS; i++) {
            most = Math.max(most, Math.max(in[i], out[i]));
        }
        return most;
    }

    /** The average rate of the last few seconds. */
    Rate rate() {
        double bytesIn = 0;
        double bytesOut = 0;
        double received = 0;
        double sent = 0;
        for (int i = 0; i < AVERAGED; i++) {
            bytesIn += in(SECONDS - 1 - i);
            bytesOut += out(SECONDS - 1 - i);
            received += messagesIn[i];
            sent += messagesOut[i];
        }
        return new Rate(bytesIn / AVERAGED, bytesOut / AVERAGED, received / AVERAGED, sent / AVERAGED);
    }
}
