package dev.earshot.send;

import dev.earshot.codec.Problem;

/**
 * The speed at which a kept conversation is sent again.
 *
 * @param factor how many times faster than it was recorded, from {@link #LEAST} to {@link #MOST}; infinite = without
 *     waiting
 * @param byHand whether each message waits for a person instead
 */
public record ReplaySpeed(double factor, boolean byHand) {
    /** The slowest speed: a hundredth. */
    public static final double LEAST = 0.01;

    /** The fastest speed that still follows the recorded times. */
    public static final double MOST = 10_000;

    /** The speed at which it was recorded. */
    public static final ReplaySpeed AS_KEPT = new ReplaySpeed(1, false);

    /** As fast as the receiver reads. */
    public static final ReplaySpeed FULL = new ReplaySpeed(Double.POSITIVE_INFINITY, false);

    /** One message whenever a person asks for it. */
    public static final ReplaySpeed BY_HAND = new ReplaySpeed(Double.POSITIVE_INFINITY, true);

    /**
     * Reads {@code 2}, {@code 0.5}, {@code max} or {@code step}.
     *
     * @throws Problem if it is something else
     */
    public static ReplaySpeed parse(String text) throws Problem {
        switch (text) {
            case "max":
                return FULL;
            case "step":
                return BY_HAND;
            default:
                double factor = text.matches("[0-9]{1,5}|[0-9]{0,5}\\.[0-9]{1,4}") ? Double.parseDouble(text) : 0;
                if (factor < LEAST || factor > MOST) {
                    throw new Problem("problem.replay.speed", 0, text);
                }
                return new ReplaySpeed(factor, false);
        }
    }

    /** Returns how long to wait for something that came so many nanoseconds after what was before it. */
    long scaled(long nanos) {
        return byHand || Double.isInfinite(factor) ? 0 : (long) (Math.max(0, nanos) / factor);
    }
}
