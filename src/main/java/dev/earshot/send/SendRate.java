package dev.earshot.send;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Measures the speed of a send over the latest five seconds. Confined to one thread. */
public final class SendRate {
    private static final long OVER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private record Sample(long nanos, long done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Adds a measurement: the amount that was done by this time. */
    public void measure(long nanos, long done) {
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos > OVER_NANOS) {
            samples.removeFirst();
        }
    }

    /** Returns the speed per second; 0 if it is not known yet. */
    public double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        return last.nanos == first.nanos ? 0 : (last.done - first.done) * 1e9 / (last.nanos - first.nanos);
    }

    /** Returns the seconds until this amount is done; -1 if that is not known or nothing is sent. */
    public long secondsLeft(long all) {
        double rate = perSecond();
        return rate <= 0 ? -1 : (long) Math.ceil((all - samples.getLast().done) / rate);
    }
}
