package dev.earshot.net;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between attempts to connect, in milliseconds. Each is twice as long as the one before, so that a starting
 * server is found soon and an absent one is not asked too often.
 *
 * @param shortest the first pause
 * @param longest the limit of the pauses
 * @param resetAfter the duration of a connection after which the shortest pause comes again
 */
record Backoff(int shortest, int longest, int resetAfter) {
    static final Backoff STANDARD = new Backoff(1_000, 30_000, 10_000);

    /** The sequence of the pauses of one client. Confined to one thread. */
    final class Pauses {
        private int next = shortest;

        /** Returns the next pause, up to a tenth longer by chance, so that many clients do not return at once. */
        int next() {
            int pause = next;
            next = Math.min(2 * next, longest);
            return pause + ThreadLocalRandom.current().nextInt(pause / 10 + 1);
        }

        /** Reports the duration of a connection, in milliseconds. */
        void connected(long millis) {
            if (millis >= resetAfter) {
                next = shortest;
            }
        }
    }
}
