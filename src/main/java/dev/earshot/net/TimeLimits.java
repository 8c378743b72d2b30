package dev.earshot.net;

/**
 * How long a connection is given.
 *
 * @param answerMillis how long a peer that has finished sending is kept for further answers, counted from the last byte
 *     taken by the system
 * @param goodbyeMillis how long {@link Conversations#disconnect} waits for the outbox to move on, and for the peer's own FIN
 * @param stallMillis how long bytes may wait without progress before the peer is called stalled
 * @param idleMillis how long a thread that has nothing to write is kept for the next send to anybody
 */
record TimeLimits(int answerMillis, int goodbyeMillis, int stallMillis, int idleMillis) {
    static final TimeLimits STANDARD = new TimeLimits(3_000, 1_000, 5_000, 1_000);
}
