package dev.earshot.reply;

/**
 * Limits how much passes in a second, and counts the messages left out. An episode begins with the first one left out
 * and ends after a second in which nothing was too much. Any thread.
 */
final class RateLimiter {
    private static final long SECOND = 1_000_000_000L;

    private final long limit;
    private final boolean blocksUntilCalm;
    private long secondStart;
    private long used;
    private boolean exceeded;
    private boolean cutting;
    private long leftOut;

    /** The decision about one more message. */
    enum Verdict {
        /** The message may pass. */
        PASS,
        /** The message is left out, as the first one of an episode. */
        CUT,
        /** The message is left out, and an earlier one of this episode was. */
        STILL_CUT
    }

    /**
     * Creates a limiter of which nothing is used.
     *
     * @param limit the amount that passes in a second; the first message of a second passes whatever its size
     * @param blocksUntilCalm whether, after too much has come, nothing passes until a whole second has gone by in which
     *     it has not; otherwise each message passes that has room
     */
    RateLimiter(long limit, boolean blocksUntilCalm, long nanoTime) {
        this.limit = limit;
        this.blocksUntilCalm = blocksUntilCalm;
        secondStart = nanoTime;
    }

    long limit() {
        return limit;
    }

    /** Decides whether one more message of this size may pass. */
    synchronized Verdict tryPass(long size, long nanoTime) {
        advance(nanoTime);
        boolean fits = used == 0 || used + size <= limit;
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

    /** Returns and resets the number of messages left out; -1 while the episode goes on. */
    synchronized long takeLeftOutIfOver(long nanoTime) {
        advance(nanoTime);
        return cutting ? -1 : takeLeftOut();
    }

    /** Returns and resets the number of messages left out, even if the episode goes on. */
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
