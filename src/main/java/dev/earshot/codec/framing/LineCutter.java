package dev.earshot.codec.framing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Ends a line at LF, CR LF, CR NUL or a lone CR. It looks at 32 bytes at a time. Only the next byte, or a silence,
 * shows that a CR is a lone one. After some lone ones in a row a CR ends its line at once; an LF or NUL right behind it
 * shows that this was too early, and no CR of this stream is trusted again. What belongs to a line that has ended
 * already is broken: it is no empty line, which would be answered.
 */
final class LineCutter implements Cutter {
    /** The number of lone CRs in a row after which a CR is not held back any more. */
    static final int HABIT = 2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bytes that are looked at together: one branch for four words takes a third of the time of four. */
    private static final int BLOCK = 32;

    private static final long ONES = 0x0101010101010101L;
    private static final long FOURTEENS = 14 * ONES;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;
    private static final long HIGH_BITS = 0x80 * ONES;
    private static final long LOW_BITS = ~HIGH_BITS;

    /** The control bytes of text and of protocols made of lines: STX to CR, NAK, ETB and ESC. */
    private static final int LINE_CONTROLS = 0x3FFC | 1 << 0x15 | 1 << 0x17 | 1 << 0x1B;

    /** The most bytes of a line that are looked at to tell whether it is one. */
    private static final int MOST_LOOKED_AT = 64;

    /** The longest sequence of bytes that a key sends, such as that of Ctrl and an arrow. */
    private static final int LONGEST_ESCAPE = 8;

    /** The longest word of an input method: four Chinese characters in UTF-8. */
    private static final int LONGEST_WORD = 12;

    /** The lone CRs since the last other line end; below 0 once they are not trusted any more. */
    private int lone;

    /** Whether the last read ended in a CR. */
    private boolean isBehindCr;

    /** Whether that CR has ended its line. */
    private boolean isCrTrusted;

    /** Whether the last byte was a CR, and a silence has ended its line. */
    private boolean isBehindSilence;

    /** Whether that CR would be evidence that this client ends its lines. */
    private boolean isCrEvidence;

    private boolean endsLines;

    /** Whether all of the open line, if there is one, was typed: each key came alone. */
    private boolean isTyped = true;

    /** Whether a line is open that was typed. */
    private boolean hasKeys;

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        if (length == 0) {
            return;
        }
        if (isBehindCr) {
            lookBehindCr(bytes[offset], 0, isCrTrusted, ends);
            endsLines |= ends.last() == 0 && ends.count() > 0 && isCrEvidence;
            isBehindCr = false;
        }
        if (isBehindSilence && isCompletingCr(bytes[offset])) {
            ends.add(1, Completeness.BROKEN);
            lone = Math.min(lone, 0);
        }
        isBehindSilence = false;
        int at = 0;
        for (; at + BLOCK <= length; at += BLOCK) {
            long first = (long) LONGS.get(bytes, offset + at);
            long second = (long) LONGS.get(bytes, offset + at + 8);
            long third = (long) LONGS.get(bytes, offset + at + 16);
            long fourth = (long) LONGS.get(bytes, offset + at + 24);
            if ((mayEnd(first) | mayEnd(second) | mayEnd(third) | mayEnd(fourth)) != 0) {
                lookAtBlock(bytes, offset, at, length, ends);
            }
        }
        for (; at < length; at++) {
            look(bytes, offset, at, length, ends);
        }
        weigh(bytes, offset, length, ends);
    }

    /** Returns 0 if no byte is below 0E: in texts only line ends and tabs are. */
    private static long mayEnd(long word) {
        return word - FOURTEENS & ~word & HIGH_BITS;
    }

    private void lookAtBlock(byte[] bytes, int offset, int start, int length, RowEnds ends) {
        for (int at = start; at < start + BLOCK; at += 8) {
            long word = (long) LONGS.get(bytes, offset + at);
            if (mayEnd(word) != 0) {
                lookAtWord(word, bytes, offset, at, length, ends);
            }
        }
    }

    private void lookAtWord(long word, byte[] bytes, int offset, int start, int length, RowEnds ends) {
        long lineFeeds = findZeros(word ^ LINE_FEEDS);
        long returns = findZeros(word ^ RETURNS);
        if ((returns & ~(lineFeeds >>> 8)) == 0 && lone <= 0) { // each CR has its LF behind it
            for (long hits = lineFeeds; hits != 0; hits &= hits - 1) {
                ends.add(start + (Long.numberOfTrailingZeros(hits) >>> 3) + 1);
            }
        } else {
            for (long hits = lineFeeds | returns; hits != 0; hits &= hits - 1) {
                look(bytes, offset, start + (Long.numberOfTrailingZeros(hits) >>> 3), length, ends);
            }
        }
    }

    /** Sets the high bit of each byte that is zero, exactly: nothing is carried between bytes. */
    private static long findZeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    private void look(byte[] bytes, int offset, int at, int length, RowEnds ends) {
        byte b = bytes[offset + at];
        if (b == '\n') {
            ends.add(at + 1);
            lone = Math.min(lone, 0);
        } else if (b == '\r' && at + 1 == length) {
            isBehindCr = true;
            isCrTrusted = lone >= HABIT;
            if (isCrTrusted) {
                ends.add(at + 1);
            }
        } else if (b == '\r' && (bytes[offset + at + 1] != '\n' || lone > 0)) {
            boolean trusted = lone >= HABIT;
            if (trusted) {
                ends.add(at + 1);
            }
            lookBehindCr(bytes[offset + at + 1], at + 1, trusted, ends);
        }
    }

    /** Ends the line of a CR now that the next byte is known, which stands at a place. An LF does so itself. */
    private void lookBehindCr(byte next, int place, boolean trusted, RowEnds ends) {
        boolean belongs = isCompletingCr(next);
        if (belongs && (trusted || next == 0)) {
            ends.add(place + 1, trusted ? Completeness.BROKEN : Completeness.WHOLE);
        } else if (!belongs && !trusted) {
            ends.add(place);
        }
        if (lone >= 0) {
            lone = !belongs ? lone + 1 : trusted ? -1 : 0;
        }
    }

    private static boolean isCompletingCr(byte next) {
        return next == '\n' || next == 0;
    }

    /** Weighs how a read ends. That may be line by line, in the middle of a line, or with a key that was typed. */
    private void weigh(byte[] bytes, int offset, int length, RowEnds ends) {
        boolean ended = ends.count() > 0;
        int rest = length - ends.last();
        boolean isKey = length == 1 && bytes[offset] >= ' ' && bytes[offset] != 0x7F;
        boolean continues = hasKeys && isFurtherKey(bytes, offset, length);
        isTyped = ended && rest == 0 || (isKey || continues) && (isTyped || ended);
        hasKeys = isTyped && rest > 0;
        if (!endsLines && (isBehindCr || ended && rest == 0)) {
            isCrEvidence = isText(bytes, offset, length);
            endsLines = !isBehindCr && isCrEvidence;
        }
    }

    /**
     * Whether a read may be a key within a line, although nobody would take it for one at its beginning: tab,
     * backspace, an arrow (ECMA-48, section 5.4), or what a key or an input method gives that is not ASCII.
     */
    private static boolean isFurtherKey(byte[] bytes, int offset, int length) {
        byte first = bytes[offset];
        if (length == 1) {
            return first < 0 || first == '\b' || first == '\t' || first == 0x7F;
        }
        boolean isEscape = first == 0x1B && (bytes[offset + 1] == '[' || bytes[offset + 1] == 'O');
        return length <= (isEscape ? LONGEST_ESCAPE : first < 0 ? LONGEST_WORD : 0);
    }

    /** Whether the end of a read may be that of a line. The data of a meter may end in 0A as well. */
    private static boolean isText(byte[] bytes, int offset, int length) {
        return isText(bytes, offset, Math.max(0, length - MOST_LOOKED_AT), length);
    }

    private static boolean isText(byte[] bytes, int offset, int from, int length) {
        for (int i = offset + from; i < offset + length; i++) {
            boolean telnet = bytes[i] == 0 && i > offset && bytes[i - 1] == '\r' || bytes[i] == 0 && length == 1;
            if (bytes[i] >= 0 && bytes[i] < ' ' && (LINE_CONTROLS >> bytes[i] & 1) == 0 && !telnet) {
                return false;
            }
        }
        return true;
    }

    /** Binary data, such as a request of Modbus RTU, have no lines, though they may have an 0A. */
    @Override
    public boolean keepsTogether(byte[] bytes, int offset, int length) {
        return !isText(bytes, offset, 0, length);
    }

    @Override
    public void reset() {
        if (isBehindCr && !isCrTrusted) {
            endsLines |= isCrEvidence;
            lone = lone < 0 ? lone : lone + 1;
        }
        isBehindCr = false;
        isBehindSilence = false;
        isTyped = true;
        hasKeys = false;
    }

    @Override
    public void endBySilence() {
        boolean pending = isEndPending();
        reset();
        isBehindSilence = pending;
    }

    @Override
    public boolean isEndPending() {
        return isBehindCr && !isCrTrusted;
    }

    @Override
    public boolean lacksEnd() {
        return endsLines;
    }

    @Override
    public boolean expectsEnd() {
        return endsLines || isTyped;
    }
}
