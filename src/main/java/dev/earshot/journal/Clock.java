package dev.earshot.journal;

/** Tells the time of day from one reading of the clock and the monotonic timer. Guarded by the journal's lock. */
final class Clock {
    private static final long LOOK_EVERY_NANOS = 1_000_000_000;
    private static final long STEP_MILLIS = 500;

    private long anchorNanos;
    private long anchorEpochNanos;
    private long lastLook;

    Clock() {
        anchor();
    }

    /** Returns the nanoseconds since 1970-01-01 UTC. */
    long now() {
        return anchorEpochNanos + System.nanoTime() - anchorNanos;
    }

    /** Returns by how many milliseconds the computer's clock was set; looks once a second at most, else 0. */
    long takeStep() {
        long nanos = System.nanoTime();
        if (nanos - lastLook < LOOK_EVERY_NANOS) {
            return 0;
        }
        lastLook = nanos;
        long step = System.currentTimeMillis() - now() / 1_000_000;
        if (Math.abs(step) < STEP_MILLIS) {
            return 0;
        }
        anchor();
        return step;
    }

    private void anchor() {
        anchorNanos = System.nanoTime();
        lastLook = anchorNanos;
        anchorEpochNanos = System.currentTimeMillis() * 1_000_000;
    }
}
