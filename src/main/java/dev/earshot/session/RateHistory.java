package dev.earshot.session;

import dev.earshot.session.Traffic.Count;
import dev.earshot.session.Traffic.Rate;

/** How much went each way in each second of the last minute. Confined to the thread that measures. */
public final class RateHistory {
    public static final int SECONDS = 60;

    /** A rate is that of so many seconds: what comes every second or two shall not flicker. */
    private static final int AVERAGED = 3;

    // Four bytes each: thousands of clients may have one.
    private final float[] in = new float[SECONDS];
    private final float[] out = new float[SECONDS];
    private final float[] messagesIn = new float[AVERAGED];
    private final float[] messagesOut = new float[AVERAGED];
    private int next;
    private int quiet;

    /**
     * Takes what went since the last time.
     *
     * @param seconds how long that was, at least 1
     */
    void add(Count went, double seconds) {
        quiet = went.equals(Count.NONE) ? quiet : 0;
        for (long i = Math.min(SECONDS, Math.round(seconds)); i > 0; i--) {
            in[next] = (float) (went.bytesIn() / seconds);
            out[next] = (float) (went.bytesOut() / seconds);
            messagesIn[next % AVERAGED] = (float) (went.messagesIn() / seconds);
            messagesOut[next % AVERAGED] = (float) (went.messagesOut() / seconds);
            next = (next + 1) % SECONDS;
            quiet++;
        }
    }

    /** Whether nothing went for the whole minute. */
    boolean isEmpty() {
        return quiet >= SECONDS;
    }

    /** Bytes received in the {@code i}th of the sixty seconds, the oldest first. */
    public double in(int i) {
        return in[(next + i) % SECONDS];
    }

    /** Bytes sent, likewise. */
    public double out(int i) {
        return out[(next + i) % SECONDS];
    }

    /** The most bytes that went either way in one second. */
    public double peak() {
        double most = 0;
        for (int i = 0; i < SECONDS; i++) {
            most = Math.max(most, Math.max(in[i], out[i]));
        }
        return most;
    }

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
