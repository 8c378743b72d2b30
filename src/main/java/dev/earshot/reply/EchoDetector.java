package dev.earshot.reply;

import dev.earshot.net.Endpoint;
import java.util.zip.CRC32;

/**
 * Recognizes reads that may be our own echo coming back. Such a read has the same bytes as one of the last few that
 * were echoed to this peer. A fast stream of other bytes is never taken for a loop, and neither is a read of the
 * largest size, of which a stream consists. One thread at a time.
 */
final class EchoDetector {
    /** The number of reads that are remembered, so a loop of up to this many messages is recognized. */
    private static final int REMEMBERED = 4;

    private final long[] recentMarks = new long[REMEMBERED];
    private int next;

    /** Returns whether this read equals a remembered one; otherwise remembers it. */
    boolean isEcho(byte[] read) {
        if (read.length >= Endpoint.MAX_PIECE) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(read);
        long mark = (long) read.length << 32 | checksum.getValue();
        for (long remembered : recentMarks) {
            if (remembered == mark) {
                return true;
            }
        }
        recentMarks[next] = mark;
        next = (next + 1) % REMEMBERED;
        return false;
    }
}
