package dev.earshot.net;

/**
 * The time limits of a TCP connection, in milliseconds.
 *
 * @param halfClose the time for answers to a peer that has finished sending
 * @param goodbyeMillis the time that {@link Conversations#disconnect} waits for progress of the outbox and the peer's
 *     FIN
 * @param stallMillis the time that bytes may wait without progress before the peer counts as stalled
 * @param idleMillis the time that an idle writer thread is kept for the next send to any peer
 */
record TimeLimits(HalfClose halfClose, int goodbyeMillis, int stallMillis, int idleMillis) {
    /** The limits of a client. */
    static final TimeLimits STANDARD = with(HalfClose.BRIEF);

    /** Returns the usual limits with this time for answers to a peer that has finished sending. */
    static TimeLimits with(HalfClose halfClose) {
        return new TimeLimits(halfClose, 1_000, 5_000, 1_000);
    }
}
