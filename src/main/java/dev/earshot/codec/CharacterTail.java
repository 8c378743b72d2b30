package dev.earshot.codec;

/**
 * Holds the unfinished character at the end of a stream's bytes. That is for encodings such as GBK in which only the
 * bytes before a place tell whether a character begins there. It starts anew behind every byte that is part of no
 * longer character, so that it looks at few bytes of most texts. Not safe for use by several threads.
 */
public final class CharacterTail {
    /** The longest unfinished character, in bytes: the longest character less one. */
    public static final int MOST = 3;

    private final byte[] tail = new byte[2 * MOST + 1];
    private int length;

    /**
     * Takes the next bytes of the stream, {@code count} of them from {@code offset} on, and keeps a copy of what is
     * unfinished at their end.
     *
     * @param anew whether a character begins with the first of them
     */
    public void read(byte[] bytes, int offset, int count, boolean anew) {
        int end = offset + count;
        int at = TextDecoder.lastBorder(bytes, offset, end);
        if (at > offset || anew) {
            length = 0;
        } else if (length > 0) {
            at = finish(bytes, offset, end);
        }
        while (at < end) {
            int one = Gb18030.length(bytes, at, end);
            if (one < 0) {
                length = end - at;
                System.arraycopy(bytes, at, tail, 0, length);
                return;
            }
            at += Math.max(1, one);
        }
    }

    /** Ends the unfinished character with the next bytes. Returns where the one behind it begins. */
    private int finish(byte[] bytes, int offset, int end) {
        int known = length;
        int more = Math.min(MOST + 1, end - offset);
        System.arraycopy(bytes, offset, tail, known, more);
        int at = 0;
        while (at < known) {
            int one = Gb18030.length(tail, at, known + more);
            if (one < 0) {
                length = known + more - at;
                System.arraycopy(tail, at, tail, 0, length);
                return end;
            }
            at += Math.max(1, one);
        }
        length = 0;
        return offset + at - known;
    }

    /**
     * Writes the bytes of the unfinished character so that they end before {@code end}, which must be at least {@link
     * #MOST}. Returns their number, from 0 to {@link #MOST}.
     */
    public int copyTo(byte[] bytes, int end) {
        System.arraycopy(tail, 0, bytes, end - length, length);
        return length;
    }
}
