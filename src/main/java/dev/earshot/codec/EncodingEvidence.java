package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Weighs the rows of one client to tell whether it speaks UTF-8 or GBK. Not thread-safe: it belongs to the owner of
 * the client's rows.
 *
 * <p>Each row has one vote at most, so one row of noise never outvotes good ones. A row that is valid UTF-8 with a
 * character of three or more bytes votes UTF-8; one that is valid GB 18030 and not UTF-8 votes GBK. UTF-8 characters of
 * two bytes are no evidence: each of them is a pair of GBK too (D1A7 CFB0), so such rows follow their client.
 */
public final class EncodingEvidence {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The control bytes that text uses: BEL BS HT LF FF CR ESC. Others mean that a row is no text. */
    private static final int TEXT_CONTROLS = 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 12 | 1 << 13 | 1 << 27;

    private static final int STX = 2;
    private static final int ETX = 3;

    /** The most bytes that may follow ETX: a check byte, CR and LF. */
    private static final int BEHIND_ETX = 3;

    /**
     * The number of two-byte characters that make a row UTF-8. One in seven of the common GBK characters would pass for
     * one, but five in a row only one time in 17,000.
     */
    private static final int MANY = 5;

    /** The largest lead of either encoding; it keeps the balance from overflowing. */
    private static final int MOST = 1 << 20;

    /** The votes for UTF-8 less the votes for GBK. */
    private int voteBalance;

    private boolean isGbkLikely;
    private boolean isDecided;
    private boolean isAmbiguous;

    /** Whether these bytes are valid in UTF-8 and in GBK, read differently, and are evidence for neither. */
    public static boolean isAmbiguous(byte[] row, int off, int len) {
        EncodingEvidence alone = new EncodingEvidence();
        alone.vote(row, off, len);
        return alone.isAmbiguous;
    }

    /**
     * Weighs one row, or its beginning. Where a row is cut inside its last character, by the caller or by a silence,
     * only the characters before that count.
     */
    public void vote(byte[] row, int off, int len) {
        int end = off + len;
        int first = firstBeyondAscii(row, off, end);
        if (first == end || hasForeignControls(row, off, end)) {
            return;
        }
        int utf8 = longestInUtf8(row, first, end);
        boolean gb = isGb18030(row, first, end);
        if (utf8 >= 3) {
            count(1);
        } else if (utf8 < 0 && gb && !beginsInsideUtf8(row, first, end)) {
            count(-1);
        } else if (utf8 >= 0 && gb && !isDecided) {
            isAmbiguous = true;
        }
    }

    /** Returns the encoding that most votes are for: UTF-8 before the first vote, and no change at a tie. */
    public Encoding verdict() {
        return isGbkLikely ? Encoding.GBK : Encoding.UTF_8;
    }

    /** Whether any row has voted. */
    public boolean isDecided() {
        return isDecided;
    }

    /** Whether a row before the first vote was valid in both encodings and read differently in them. */
    public boolean isAmbiguous() {
        return isAmbiguous;
    }

    private void count(int vote) {
        isDecided = true;
        voteBalance = Math.max(-MOST, Math.min(MOST, voteBalance + vote));
        if (voteBalance != 0) {
            isGbkLikely = voteBalance < 0;
        }
    }

    private static int firstBeyondAscii(byte[] b, int off, int end) {
        int at = off;
        while (at + Long.BYTES <= end && ((long) LONGS.get(b, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && b[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean hasForeignControls(byte[] b, int off, int end) {
        for (int at = off; at < end; at++) {
            boolean framing = b[at] == STX && at == off || b[at] == ETX && at >= end - 1 - BEHIND_ETX;
            if (b[at] >= 0 && b[at] < 0x20 && (TEXT_CONTROLS >> b[at] & 1) == 0 && !framing) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the length of the longest character; 3 if many have two bytes, 0 if only ASCII, -1 if this is not UTF-8.
     */
    private static int longestInUtf8(byte[] b, int from, int end) {
        int longest = 0;
        int pairs = 0;
        for (int at = from, length; at < end; at += length) {
            length = Utf8.length(b, at, end);
            if (length < 0) {
                break;
            }
            if (length == 0) {
                return -1;
            }
            longest = Math.max(longest, length);
            pairs += length == 2 ? 1 : 0;
        }
        return pairs >= MANY ? Math.max(longest, 3) : longest == 1 ? 0 : longest;
    }

    /** Whether this is text in GB 18030 with at least one whole character beyond ASCII. */
    private static boolean isGb18030(byte[] b, int from, int end) {
        boolean any = false;
        for (int at = from, length; at < end; at += length) {
            length = Gb18030.length(b, at, end);
            if (length < 0) {
                break;
            }
            if (length == 0 || !Gb18030.isText(b, at, length)) {
                return false;
            }
            any |= length > 1;
        }
        return any;
    }

    /** Whether the bytes are UTF-8 after the rest of a cut character; then they are no vote against UTF-8. */
    private static boolean beginsInsideUtf8(byte[] b, int from, int end) {
        int at = from;
        while (at < end && at < from + 3 && Utf8.isContinuation(b[at])) {
            at++;
        }
        return at > from && longestInUtf8(b, at, end) >= 3;
    }
}
