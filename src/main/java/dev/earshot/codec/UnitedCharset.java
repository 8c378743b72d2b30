package dev.earshot.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A charset of one or two bytes a character that has the characters of several others. Programs name an encoding after
 * its standard and send what Windows added to it: {@code 87 40} is ① in what they call Shift_JIS. Where the charsets
 * differ, the first that has a character counts, for reading as for writing. Characters for private use are left out.
 *
 * <p>Its tables are made when it is first used. Safe for use by any thread.
 */
final class UnitedCharset extends Charset {
    private static final char NONE = '\uFFFD';
    private static final int PAIRS = 0x8000;

    private final List<Charset> parts;
    private Tables tables;

    /** @param parts the charsets, of which the first ones count more; all are compatible with ASCII */
    UnitedCharset(List<Charset> parts) {
        super(parts.get(0).name(), parts.get(0).aliases().toArray(new String[0]));
        this.parts = List.copyOf(parts);
    }

    /**
     * The characters of all bytes, and the bytes of all characters.
     *
     * @param singles the character of each byte, or {@link #NONE}
     * @param pairs the character of each pair of bytes, the first less 80 in the high byte, or {@link #NONE}
     * @param leads whether a pair begins with a byte
     * @param codes the bytes of each character, in one number; 0 for NUL and for none
     */
    private record Tables(char[] singles, char[] pairs, boolean[] leads, char[] codes) {}

    private Tables tables() {
        Tables made = tables;
        if (made == null) {
            made = makeTables();
            tables = made; // a second thread makes equal ones
        }
        return made;
    }

    private Tables makeTables() {
        char[] singles = filled(0x100);
        char[] pairs = filled(PAIRS);
        boolean[] leads = new boolean[0x100];
        char[] codes = new char[0x10000];
        for (Charset part : parts) {
            for (int first = 0; first < 0x100; first++) {
                add(part, singles, first, codes, first, (byte) first);
                for (int second = 0; first >= 0x80 && second < 0x100 && singles[first] == NONE; second++) {
                    int pair = first << 8 | second;
                    leads[first] |= add(part, pairs, pair - PAIRS, codes, pair, (byte) first, (byte) second);
                }
            }
        }
        return new Tables(singles, pairs, leads, codes);
    }

    private static char[] filled(int size) {
        char[] characters = new char[size];
        Arrays.fill(characters, NONE);
        return characters;
    }

    /** Adds the character of some bytes, as far as there is none; returns whether the bytes have one. */
    private static boolean add(Charset part, char[] characters, int at, char[] codes, int code, byte... bytes) {
        String text = new String(bytes, part);
        char c = text.length() == 1 ? text.charAt(0) : NONE;
        boolean has = c != NONE && Character.getType(c) != Character.PRIVATE_USE;
        if (has && characters[at] == NONE) {
            characters[at] = c;
            codes[c] = codes[c] == 0 ? (char) code : codes[c];
        }
        return has;
    }

    @Override
    public boolean contains(Charset other) {
        return parts.stream().anyMatch(part -> part.contains(other));
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this, tables());
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new Encoder(this, tables());
    }

    /** Returns the names of the charsets in a text such as {@code EUC-KR+x-windows-949}. */
    static List<String> names(String text) {
        return List.of(text.split("\\+"));
    }

    /** Returns the charset of a name, or of several names with {@code +} between. */
    static Charset named(String text) {
        List<Charset> parts = new ArrayList<>();
        names(text).forEach(name -> parts.add(Charset.forName(name)));
        return parts.size() == 1 ? parts.get(0) : new UnitedCharset(parts);
    }

    private static final class Decoder extends CharsetDecoder {
        private final Tables tables;

        Decoder(Charset charset, Tables tables) {
            super(charset, 1, 1);
            this.tables = tables;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                int at = in.position();
                int first = in.get(at) & 0xFF;
                boolean isPair = tables.singles[first] == NONE && tables.leads[first];
                if (isPair && in.remaining() == 1) {
                    return CoderResult.UNDERFLOW;
                }
                int second = isPair ? in.get(at + 1) & 0xFF : 0;
                char c = isPair ? tables.pairs[(first << 8 | second) - PAIRS] : tables.singles[first];
                if (c == NONE) {
                    return CoderResult.malformedForLength(1);
                } else if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                out.put(c);
                in.position(at + (isPair ? 2 : 1));
            }
            return CoderResult.UNDERFLOW;
        }
    }

    private static final class Encoder extends CharsetEncoder {
        private final Tables tables;

        Encoder(Charset charset, Tables tables) {
            super(charset, 2, 2);
            this.tables = tables;
        }

        @Override
        protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
            while (in.hasRemaining()) {
                int at = in.position();
                char c = in.get(at);
                int code = tables.codes[c];
                if (code == 0 && c != 0) {
                    return refuse(in, c);
                } else if (out.remaining() < (code < 0x100 ? 1 : 2)) {
                    return CoderResult.OVERFLOW;
                }
                if (code >= 0x100) {
                    out.put((byte) (code >> 8));
                }
                out.put((byte) code);
                in.position(at + 1);
            }
            return CoderResult.UNDERFLOW;
        }

        private static CoderResult refuse(CharBuffer in, char c) {
            if (!Character.isHighSurrogate(c)) {
                return Character.isSurrogate(c)
                        ? CoderResult.malformedForLength(1)
                        : CoderResult.unmappableForLength(1);
            } else if (in.remaining() == 1) {
                return CoderResult.UNDERFLOW;
            }
            boolean isPair = Character.isLowSurrogate(in.get(in.position() + 1));
            return isPair ? CoderResult.unmappableForLength(2) : CoderResult.malformedForLength(1);
        }
    }
}
