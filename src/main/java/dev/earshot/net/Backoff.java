package dev.earshot.net;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt to connect, in milliseconds: each time twice as long, so that a server that is
 * starting is soon found and one that is away is left in peace.
 *
 * @param first the shortest
 * @param last the longest
 * @param lasting after a connection that has lasted so long, the shortest comes again
 */
record Backoff(int first, int last, int lasting) {
    static final Backoff STANDARD = new Backoff(1_000, 30_000, 10_000);

    /** The pauses of one client. One thread. */
    final class Growing {
        private int next = first;

        /** The next one, up to a tenth longer: many clients of one server shall not come back all at once. */
        int next() {
            int pause = next;
            next = Math.min(2 * next, last);
            return pause + ThreadLocalRandom.current().nextInt(pause / 10 + 1);
        }

        /** There was a connection for so long. */
        void connected(long millis) {
            if (millis >= lasting) {
                next = first;
            }
        }
    }
}
