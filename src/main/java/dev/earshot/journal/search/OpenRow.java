package dev.earshot.journal.search;

import java.util.Arrays;

/**
 * The state of a byte search in a row that has not ended yet. Immutable.
 *
 * @param head the first bytes of the row's part in a range of entries, if it began before that range; null if its
 *     beginning was searched
 * @param hit whether the bytes that were searched have a hit
 * @param tail their last bytes, where a hit may begin; empty if there is a hit
 */
record OpenRow(byte[] head, boolean hit, byte[] tail) {
    private static final byte[] NOTHING = {};

    /** The state of a row whose earlier bytes cannot be searched any more: it is read as a whole when it ends. */
    static final OpenRow UNKNOWN = new OpenRow(null, false, NOTHING);

    /** Returns the state before the first byte of a row that began before the range. */
    static OpenRow beforeRange() {
        return new OpenRow(NOTHING, false, NOTHING);
    }

    /** Returns the state of a row that begins with these bytes, of which the last {@code most} are kept. */
    static OpenRow of(boolean hit, byte[] bytes, int start, int length, int most) {
        return new OpenRow(null, hit, hit ? NOTHING : last(NOTHING, bytes, start, length, most));
    }

    /** Returns the state of this row after more bytes; {@code nowHit} tells whether it has a hit by now. */
    OpenRow with(boolean nowHit, byte[] bytes, int start, int length, int most) {
        return new OpenRow(
                head == null ? null : first(head, bytes, start, length, most),
                nowHit,
                nowHit ? NOTHING : last(tail, bytes, start, length, most));
    }

    /** Returns the first {@code most} of some bytes and others that follow upon them. */
    static byte[] first(byte[] before, byte[] bytes, int start, int length, int most) {
        int fresh = Math.min(length, most - before.length);
        if (fresh <= 0) {
            return before;
        }
        byte[] joined = Arrays.copyOf(before, before.length + fresh);
        System.arraycopy(bytes, start, joined, before.length, fresh);
        return joined;
    }

    /** Returns the last {@code most} of some bytes and others that follow upon them. */
    static byte[] last(byte[] before, byte[] bytes, int start, int length, int most) {
        int fresh = Math.min(length, most);
        int older = Math.min(before.length, most - fresh);
        byte[] joined = new byte[older + fresh];
        System.arraycopy(before, before.length - older, joined, 0, older);
        System.arraycopy(bytes, start + length - fresh, joined, older, fresh);
        return joined;
    }
}
