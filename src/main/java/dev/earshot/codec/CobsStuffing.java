package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Consistent overhead byte stuffing (Cheshire and Baker, 1997). Each run of bytes without 00 stands behind its length
 * plus one, and the 00 after it is left out.
 */
record CobsStuffing() implements ByteStuffing {
    /** The length of a run after which no 00 is meant. */
    private static final int MOST = 0xFE;

    @Override
    public byte[] stuff(byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(contents.length + contents.length / MOST + 1);
        int start = 0;
        boolean again = true;
        while (again) {
            int end = start;
            while (end < contents.length && contents[end] != 0 && end - start < MOST) {
                end++;
            }
            out.write(end - start + 1);
            out.write(contents, start, end - start);
            boolean full = end - start == MOST;
            again = end < contents.length;
            start = full ? end : end + 1;
        }
        return out.toByteArray();
    }

    @Override
    public Optional<byte[]> unstuff(byte[] stuffed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stuffed.length);
        int at = 0;
        while (at < stuffed.length) {
            int run = (stuffed[at] & 0xFF) - 1;
            if (run < 0 || at + run >= stuffed.length) {
                return Optional.empty();
            }
            for (int i = at + 1; i <= at + run; i++) {
                if (stuffed[i] == 0) {
                    return Optional.empty();
                }
                out.write(stuffed[i]);
            }
            at += run + 1;
            if (run < MOST && at < stuffed.length) {
                out.write(0);
            }
        }
        return stuffed.length == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }
}
