package dev.earshot.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/**
 * Decodes bytes to text, and maps places between the two. Each bad byte, in UTF-16 each bad unit, becomes one U+FFFD
 * and takes no neighbour with it.
 */
public final class TextDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    /** The bytes of U+FFFD itself, EF BF BD; any other U+FFFD stands for one bad byte. */
    private static final byte[] REPLACEMENT_BYTES = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private static final int SINGLE_SHIFT_2 = 0x8E;
    private static final byte SINGLE_SHIFT_3 = (byte) 0x8F;

    private TextDecoder() {}

    /** Decodes {@code len} bytes from {@code off}; each byte that cannot be decoded becomes one U+FFFD. */
    public static String decode(Encoding e, byte[] b, int off, int len) {
        String text = new String(b, off, len, e.readCharset());
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        return e.isUtf16()
                ? Utf16.decode(e, b, off, len)
                : decodeByteWise(e.readCharset().newDecoder(), b, off, len);
    }

    /**
     * Counts the bytes from which a piece of the text was decoded.
     *
     * @param from where in the text the piece begins
     * @param to where it ends
     * @param bytes which were decoded; those of the piece begin at {@code at}
     */
    public static int lengthOf(String text, int from, int to, Encoding e, byte[] bytes, int at) {
        if (hasSingleShift(e)) {
            return new CharLengths(text, e, bytes).ofAll(from, to, at);
        }
        int length = 0;
        int clean = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == REPLACEMENT) {
                length += text.substring(clean, i).getBytes(e.readCharset()).length;
                clean = i + 1;
            }
            if (i < to && text.charAt(i) == REPLACEMENT) {
                length += replacementLength(e, bytes, at + length);
            }
        }
        return length;
    }

    /** Whether the same character may have two bytes or three, behind 8F (SS3), so that only the bytes tell. */
    private static boolean hasSingleShift(Encoding e) {
        return e.label().equals("EUC-JP");
    }

    private static int replacementLength(Encoding e, byte[] bytes, int at) {
        if (e.isUtf16()) {
            return Math.min(2, bytes.length - at); // half a pair of surrogates, or half a unit
        }
        boolean itself = at + 3 <= bytes.length
                && Arrays.equals(bytes, at, at + 3, REPLACEMENT_BYTES, 0, REPLACEMENT_BYTES.length);
        return itself ? 3 : 1;
    }

    /**
     * Turns places in bytes into places in their text, without decoding them again.
     *
     * @param text the decoded bytes, or their decoded beginning
     * @param pairs beginnings and ends in the bytes, in turn and rising; a character counts as a whole if only some of
     *     its bytes lie between them, and what lies behind the text is its end
     */
    public static int[] placesInText(String text, Encoding e, byte[] bytes, int[] pairs) {
        int[] places = new int[pairs.length];
        CharLengths lengths = new CharLengths(text, e, bytes);
        int chars = 0;
        int at = 0;
        int next = 0;
        while (next < pairs.length && chars < text.length()) {
            int count = Character.charCount(text.codePointAt(chars));
            int end = at + lengths.of(chars, count, at);
            boolean begins = next % 2 == 0;
            if (begins ? pairs[next] < end : pairs[next] <= end) {
                places[next] = Math.max(begins ? chars : chars + count, next == 0 ? 0 : places[next - 1]);
                next++;
            } else {
                chars += count;
                at = end;
            }
        }
        Arrays.fill(places, next, places.length, text.length());
        return places;
    }

    /**
     * Returns the index of the byte with which each character of a text begins, and behind them where the last one
     * ends.
     *
     * @param bytes from whose beginning the text was decoded
     */
    public static int[] byteOffsets(String text, Encoding e, byte[] bytes) {
        int[] offsets = new int[text.length() + 1];
        CharLengths lengths = new CharLengths(text, e, bytes);
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            int count = Character.charCount(text.codePointAt(i));
            offsets[i] = at;
            offsets[i + count - 1] = at;
            at += lengths.of(i, count, at);
            i += count;
        }
        offsets[text.length()] = at;
        return offsets;
    }

    /** Counts the bytes of single characters of a decoded text. */
    private static final class CharLengths {
        private static final int LONGEST = 8;

        private final Encoding encoding;
        private final String text;
        private final CharBuffer chars;
        private final byte[] bytes;
        private final CharsetEncoder encoder;
        private final ByteBuffer encoded = ByteBuffer.allocate(LONGEST);
        private final boolean hasSingleShift;

        CharLengths(String text, Encoding e, byte[] bytes) {
            encoding = e;
            this.text = text;
            chars = CharBuffer.wrap(text);
            encoder = e.readCharset().newEncoder();
            hasSingleShift = hasSingleShift(e);
            this.bytes = bytes;
        }

        /** Returns the bytes of all characters of a piece of the text, which begin at {@code at}. */
        int ofAll(int from, int to, int at) {
            int end = at;
            for (int i = from, count; i < to; i += count) {
                count = Character.charCount(text.codePointAt(i));
                end += of(i, count, end);
            }
            return end - at;
        }

        /**
         * @param from where in the text the character begins
         * @param count 2 for a surrogate pair, else 1
         * @param at where in the bytes it begins
         */
        int of(int from, int count, int at) {
            chars.limit(from + count).position(from);
            char c = chars.get(from);
            if (c == REPLACEMENT) {
                return replacementLength(encoding, bytes, at);
            } else if (encoding.isUtf16()) {
                return 2 * count;
            } else if (c < 0x80) {
                return 1;
            } else if (hasSingleShift && at < bytes.length) {
                int lead = bytes[at] & 0xFF;
                return bytes[at] == SINGLE_SHIFT_3 ? 3 : lead > 0xA0 || lead == SINGLE_SHIFT_2 ? 2 : 1;
            }
            encoder.reset().encode(chars, encoded.clear(), true);
            return Math.max(1, encoded.position());
        }
    }

    /** Whether the bytes end inside a character of several bytes that is well formed so far. */
    public static boolean endsInsideCharacter(Encoding e, byte[] b, int off, int len) {
        if (!e.isAsciiCompatible()) {
            return e.isUtf16() && Utf16.endsInside(e, b, off, len);
        }
        int end = off + len;
        int border = lastBorder(b, off, end);
        return switch (e.readCharset().name()) {
            case "UTF-8" -> Utf8.endsInside(b, border, end);
            case "GB18030" -> Gb18030.endsInside(b, border, end);
            default -> endsInside(e.readCharset().newDecoder(), b, border, end);
        };
    }

    private static String decodeByteWise(CharsetDecoder decoder, byte[] b, int off, int len) {
        ByteBuffer in = ByteBuffer.wrap(b, off, len);
        CharBuffer out = CharBuffer.allocate(len);
        while (in.hasRemaining()) {
            CoderResult result = decoder.reset().decode(in, out, true);
            if (result.isError()) {
                // Never result.length(): the JDK counts good neighbours among the bad bytes.
                in.get();
                out.put(REPLACEMENT);
            }
        }
        return out.flip().toString();
    }

    /**
     * Finds a place near the end where a character begins: after a byte that is part of no longer character, or between
     * two ASCII bytes, of which the first can be nothing but the end of one.
     */
    static int lastBorder(byte[] b, int off, int end) {
        int at = end;
        while (at > off && (b[at - 1] < 0 || b[at - 1] >= '0' && (at == end || b[at] < 0))) {
            at--;
        }
        return at;
    }

    /** Whether the bytes end inside a character, in an encoding of at most three bytes a character. */
    private static boolean endsInside(CharsetDecoder decoder, byte[] b, int from, int end) {
        ByteBuffer in = ByteBuffer.wrap(b, from, end - from);
        CharBuffer out = CharBuffer.allocate(end - from);
        while (decoder.reset().decode(in, out, false).isError()) {
            in.get();
        }
        for (int at = in.position(); at < end; at++) {
            if (mayBecomeCharacter(decoder, Arrays.copyOfRange(b, at, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the bytes begin a character; some decoders wait after one that begins none, such as 80 in Big5. */
    private static boolean mayBecomeCharacter(CharsetDecoder decoder, byte... begun) {
        if (begun.length == 1 && isLeadOfThree(decoder, begun[0])) {
            return true;
        }
        CharBuffer out = CharBuffer.allocate(begun.length + 1);
        byte[] all = Arrays.copyOf(begun, begun.length + 1);
        for (int trail = 0x30; trail < 0xFF; trail++) {
            all[begun.length] = (byte) trail;
            boolean isError = decoder.reset()
                    .decode(ByteBuffer.wrap(all), out.clear(), true)
                    .isError();
            if (!isError && out.position() == 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a byte begins a character of three bytes: of these encodings, EUC-JP has such, behind 8F (SS3). */
    private static boolean isLeadOfThree(CharsetDecoder decoder, byte lead) {
        return lead == SINGLE_SHIFT_3 && decoder.charset().newEncoder().maxBytesPerChar() >= 3;
    }
}
