package dev.earshot.net;

/**
 * The time limits of a TCP connection, in milliseconds.
 *
 * @param answerMillis the time for answers to a peer that has finished sending, from the last byte that the system took
 * @param goodbyeMillis the time that {@link Conversations#disconnect} waits for progress of the outbox and the peer's FIN
 * @param stallMillis the time that bytes may wait without progress before the peer counts as stalled
 * @param idleMillis the time that an idle writer thread is kept for the next send to any peer
 */
record TimeLimits(int answerMillis, int goodbyeMillis, int stallMillis, int idleMillis) {
    static final TimeLimits STANDARD = new TimeLimits(3_000, 1_000, 5_000, 1_000);
}
