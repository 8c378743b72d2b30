package dev.earshot.reply;

/** Lets through so much in a second and counts what is beyond it, by episodes. Any thread. */
final class RateLimiter {
    private static final long SECOND = 1_000_000_000L;

    private final long most;
    private final boolean blocksUntilCalm;
    private long secondStart;
    private long used;
    private boolean exceeded;
    private boolean cutting;
    private long leftOut;

    /** What is to be done with one more message. */
    enum Verdict {
        PASS,
        /** It is left out, the first one of an episode. */
        CUT,
        STILL_CUT
    }

    /**
     * A rate of which nothing is used.
     *
     * @param most in a second; one message always has room in an empty one
     * @param untilCalm whether, once there was too much, nothing passes until a whole second has gone by in which there
     *     was not; otherwise what has room passes
     */
    RateLimiter(long most, boolean blocksUntilCalm, long nanoTime) {
        this.most = most;
        this.blocksUntilCalm = blocksUntilCalm;
        secondStart = nanoTime;
    }

    long most() {
        return most;
    }

    /** Whether one more message of this size may pass. */
    synchronized Verdict request(long size, long nanoTime) {
        advance(nanoTime);
        boolean fits = used == 0 || used + size <= most;
        boolean passes = fits && !(blocksUntilCalm && cutting);
        if (passes || blocksUntilCalm) {
            used += size;
        }
        exceeded |= !fits;
        if (passes) {
            return Verdict.PASS;
        }
        leftOut++;
        boolean first = !cutting;
        cutting = true;
        return first ? Verdict.CUT : Verdict.STILL_CUT;
    }

    /** How many messages were left out, once the episode is over, and told once; -1 while it is not. */
    synchronized long takeLeftOutIfOver(long nanoTime) {
        advance(nanoTime);
        return cutting ? -1 : takeLeftOut();
    }

    /** The same, over or not. */
    synchronized long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }

    private void advance(long nanoTime) {
        long seconds = (nanoTime - secondStart) / SECOND;
        if (seconds > 0) {
            cutting &= exceeded && seconds == 1;
            exceeded = false;
            used = 0;
            secondStart += seconds * SECOND;
        }
    }
}
