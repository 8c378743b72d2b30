package dev.earshot.reply;

import dev.earshot.net.Endpoint;
import java.util.zip.CRC32;

/**
 * Tells reads that may be our own echo coming back: they are the same as one of the last few that were echoed to this
 * peer. A stream of other bytes is never taken for a loop, however fast it is, nor are the largest reads, of which a
 * stream consists. Used by one thread at a time.
 */
final class EchoDetector {
    /** So many messages that go round in one loop are recognised. */
    private static final int LAST = 4;

    private final long[] last = new long[LAST];
    private int next;

    /** Whether this read is the same as an earlier one; it is remembered. */
    boolean isEcho(byte[] read) {
        if (read.length >= Endpoint.MAX_PIECE) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(read);
        long mark = (long) read.length << 32 | sum.getValue();
        for (long known : last) {
            if (known == mark) {
                return true;
            }
        }
        last[next] = mark;
        next = (next + 1) % LAST;
        return false;
    }
}
