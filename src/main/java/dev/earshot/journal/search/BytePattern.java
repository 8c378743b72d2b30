package dev.earshot.journal.search;

import dev.earshot.codec.Encoding;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;

/** A pattern of bytes to search for: each a fixed byte, an ASCII letter in either case, or any byte. Immutable. */
final class BytePattern {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final byte ANY = (byte) 0xFF;

    /** The bit by which the two cases of an ASCII letter differ as characters. */
    private static final int OTHER_CASE = 0x20;

    /** The bits of each byte that do not count; {@link #wanted} has the byte with these bits set. */
    private final byte[] ignored;

    private final byte[] wanted;

    // Two bytes far apart, looked for in eight places at a time: rarer together than any two neighbours.
    private final int near;
    private final int far;
    private final long nearIgnored;
    private final long nearWanted;
    private final long farIgnored;
    private final long farWanted;

    private BytePattern(byte[] ignored, byte[] wanted) {
        this.ignored = ignored;
        this.wanted = wanted;
        int first = 0;
        int last = wanted.length - 1;
        while (first < last && ignored[first] == ANY) {
            first++;
        }
        while (last > first && ignored[last] == ANY) {
            last--;
        }
        near = first;
        far = last;
        nearIgnored = (ignored[near] & 0xFF) * ONES;
        nearWanted = (wanted[near] & 0xFF) * ONES;
        farIgnored = (ignored[far] & 0xFF) * ONES;
        farWanted = (wanted[far] & 0xFF) * ONES;
    }

    /**
     * Makes a pattern of bytes.
     *
     * @param bytes at least one
     * @param any tells for each byte whether it may be any byte
     */
    static BytePattern ofBytes(byte[] bytes, boolean[] any) {
        byte[] ignored = new byte[bytes.length];
        byte[] wanted = bytes.clone();
        for (int i = 0; i < bytes.length; i++) {
            if (any[i]) {
                ignored[i] = ANY;
                wanted[i] = ANY;
            }
        }
        return new BytePattern(ignored, wanted);
    }

    /** Makes the pattern of a text, with ASCII letters in either case; null if the encoding cannot write it. */
    static BytePattern ofText(String text, Encoding encoding) {
        // The charset that reads rows, not the one that writes messages: it may have more characters.
        CharsetEncoder encoder = encoding.readCharset().newEncoder();
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();
        ByteArrayOutputStream wanted = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int c = text.codePointAt(i);
                ByteBuffer bytes = encoder.encode(CharBuffer.wrap(Character.toChars(c)));
                boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
                ByteBuffer other =
                        letter ? encoder.encode(CharBuffer.wrap(new char[] {(char) (c ^ OTHER_CASE)})) : bytes;
                for (int at = 0; at < bytes.limit(); at++) {
                    int ignore = bytes.get(at) ^ other.get(at); // one bit, if the cases differ in this byte
                    ignored.write(ignore);
                    wanted.write(bytes.get(at) | ignore);
                }
            }
        } catch (CharacterCodingException e) {
            return null;
        }
        return new BytePattern(ignored.toByteArray(), wanted.toByteArray());
    }

    int length() {
        return wanted.length;
    }

    /** Finds the first match between {@code from} and {@code to}; -1 if there is none. */
    int find(byte[] bytes, int from, int to) {
        int last = to - wanted.length;
        int wide = Math.min(last, bytes.length - far - Long.BYTES);
        int at = from;
        for (; at <= wide; at += Long.BYTES) {
            long differs = ((long) LONGS.get(bytes, at + near) | nearIgnored) ^ nearWanted
                    | ((long) LONGS.get(bytes, at + far) | farIgnored) ^ farWanted;
            long zeros = (differs - ONES) & ~differs & HIGHS;
            if (zeros != 0) {
                int found = firstAmong(zeros, bytes, at, last);
                if (found >= 0) {
                    return found;
                }
            }
        }
        for (; at <= last; at++) {
            if (matchesAt(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private int firstAmong(long candidates, byte[] bytes, int at, int last) {
        for (long left = candidates; left != 0; left &= left - 1) {
            int place = at + (Long.numberOfTrailingZeros(left) >>> 3);
            if (place <= last && matchesAt(bytes, place)) {
                return place;
            }
        }
        return -1;
    }

    private boolean matchesAt(byte[] bytes, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if ((byte) (bytes[at + i] | ignored[i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
