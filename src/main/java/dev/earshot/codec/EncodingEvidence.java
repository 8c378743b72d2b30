package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Weighs the rows of one client to tell UTF-8, GBK and Western encodings of one byte a character apart. Not
 * thread-safe: it belongs to the owner of the client's rows.
 *
 * <p>Each row has one vote at most, so one row of noise never outvotes good ones. A row that is valid UTF-8 with a
 * character of three or more bytes votes UTF-8; one that is valid GB 18030 and not UTF-8 votes GBK if it has common
 * characters of GBK. UTF-8 characters of two bytes are no evidence between these two: each of them is a pair of GBK too
 * (D1A7 CFB0), so such rows follow their client.
 *
 * <p>A row of rare characters of GBK is weak evidence, which counts only as long as there is no other; a row that fits
 * neither encoding is evidence against GBK. If their high bytes stand between ASCII as accented letters and signs do
 * ({@code 25.3 B0 43}, {@code caf E9}), such rows vote for ISO-8859-1, or for windows-1252 if they have its signs.
 */
public final class EncodingEvidence {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = 0x2020202020202020L;

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

    /** The weight of a row that speaks for UTF-8 or for GBK, and of a UTF-8 row against a Western encoding. */
    private static final int STRONG = 4;

    /** The weight of a row that speaks against GBK, or for a Western encoding: one good row outweighs it. */
    private static final int MIDDLE = 3;

    private static final int WEAK = 1;

    /** The largest lead of an encoding; it keeps the scores from overflowing. */
    private static final int MOST = 1 << 20;

    /** The lowest score, so that good rows after much noise are believed soon. */
    private static final int LEAST = -2 * MIDDLE;

    private int utf8;
    private int gbk;
    private int western;
    private boolean isWindows;
    private Encoding verdict = Encoding.UTF_8;
    private boolean isDecided;
    private boolean isAmbiguous;

    /** Whether these bytes are valid in UTF-8 and in GBK, read differently, and are evidence for neither. */
    public static boolean isAmbiguous(byte[] row, int off, int len) {
        EncodingEvidence alone = new EncodingEvidence();
        alone.vote(row, off, len);
        return alone.isAmbiguous;
    }

    /** Weighs one row. Where a silence has cut it inside its last character, the characters before that count. */
    public void vote(byte[] row, int off, int len) {
        vote(row, off, len, true);
    }

    /** Weighs the beginning of a row, which may be cut inside its last character. */
    public void voteBeginning(byte[] row, int off, int len) {
        vote(row, off, len, false);
    }

    private void vote(byte[] row, int off, int len, boolean isWhole) {
        int end = off + len;
        int first = firstBeyondAscii(row, off, end);
        if (first == end || hasForeignControls(row, off, end)) {
            return;
        }
        int longest = longestInUtf8(row, first, end);
        if (longest >= 3) {
            utf8 = count(utf8, STRONG);
        } else if (longest > 0) {
            western = count(western, -STRONG);
            isAmbiguous |= !isDecided && GbkCensus.of(row, off, first, end).isText();
        } else if (longest < 0) {
            if (!beginsInsideUtf8(row, first, end)) {
                voteForBytes(row, off, first, end, isWhole);
            }
        } else if (isWhole && first == end - 1) {
            voteWestern(row, off, end, WEAK);
        }
        decide();
    }

    /** Weighs a row that is not UTF-8. */
    private void voteForBytes(byte[] row, int off, int first, int end, boolean isWhole) {
        GbkCensus census = GbkCensus.of(row, off, first, end);
        if (isWhole && census.isCut() && census.common() < 2 && voteWestern(row, off, end, WEAK)) {
            return;
        } else if (census.bad() == 0 && census.isMostlyCommon()) {
            gbk = count(gbk, STRONG);
        } else if (census.bad() > 0 && census.common() > 2 * census.bad()) {
            return; // a text in GBK with a bad byte
        } else if (voteWestern(row, off, end, MIDDLE)) {
            return;
        } else if (census.bad() > 0) {
            gbk = count(gbk, -MIDDLE);
        } else if (census.rare() > 0) {
            gbk = count(gbk, WEAK);
        }
    }

    /** Votes for a Western encoding if the row can be in one; returns whether it can. */
    private boolean voteWestern(byte[] row, int off, int end, int weight) {
        boolean plausible = WesternText.isPlausible(row, off, end);
        if (plausible) {
            isWindows |= WesternText.isWindows(row, off, end);
            western = count(western, weight);
        }
        return plausible;
    }

    private void decide() {
        boolean wasWestern = verdict.isWestern();
        int present = wasWestern ? western : verdict == Encoding.GBK ? gbk : utf8;
        int best = Math.max(utf8, Math.max(gbk, western));
        if (best > present) {
            verdict = best == utf8 ? Encoding.UTF_8 : best == gbk ? Encoding.GBK : westernEncoding();
        } else if (wasWestern) {
            verdict = westernEncoding();
        }
    }

    private Encoding westernEncoding() {
        return isWindows ? Encoding.WINDOWS_1252 : Encoding.ISO_8859_1;
    }

    /** Returns the encoding that most votes are for: UTF-8 before the first vote, and no change at a tie. */
    public Encoding verdict() {
        return verdict;
    }

    /** Whether any row has voted for an encoding. */
    public boolean isDecided() {
        return isDecided;
    }

    /** Whether a row before the first vote was valid in both encodings and read differently in them. */
    public boolean isAmbiguous() {
        return isAmbiguous;
    }

    private int count(int score, int vote) {
        isDecided |= vote > 0;
        return Math.max(LEAST, Math.min(MOST, score + vote));
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
            while (at + Long.BYTES <= end && hasNoControls((long) LONGS.get(b, at))) {
                at += Long.BYTES;
            }
            if (at == end) {
                return false;
            }
            boolean framing = b[at] == STX && at == off || b[at] == ETX && at >= end - 1 - BEHIND_ETX;
            if (b[at] >= 0 && b[at] < 0x20 && (TEXT_CONTROLS >> b[at] & 1) == 0 && !framing) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNoControls(long word) {
        return (word - SPACES & ~word & HIGH_BITS) == 0;
    }

    /**
     * Returns the length of the longest character; 3 if many have two bytes, 0 if only ASCII, -1 if this is not UTF-8.
     */
    private static int longestInUtf8(byte[] b, int from, int end) {
        int longest = 0;
        int pairs = 0;
        for (int at = from, length; at < end; at += length) {
            int beyond = firstBeyondAscii(b, at, end);
            if (beyond > at) {
                longest = Math.max(longest, 1);
                length = beyond - at;
                continue;
            }
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

    /** Whether the bytes are UTF-8 after the rest of a cut character; then they are no vote against UTF-8. */
    private static boolean beginsInsideUtf8(byte[] b, int from, int end) {
        int at = from;
        while (at < end && at < from + 3 && Utf8.isContinuation(b[at])) {
            at++;
        }
        return at > from && longestInUtf8(b, at, end) >= 3;
    }
}
