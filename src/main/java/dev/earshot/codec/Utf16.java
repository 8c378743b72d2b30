package dev.earshot.codec;

import java.nio.charset.StandardCharsets;

/** Decodes UTF-16 whose bytes may be broken: half a pair of surrogates and half a unit become U+FFFD. */
final class Utf16 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf16() {}

    static String decode(Encoding e, byte[] b, int off, int len) {
        StringBuilder text = new StringBuilder(len / 2 + 1);
        int end = off + len;
        for (int at = off; at + 1 < end; at += 2) {
            char unit = unit(e, b, at);
            if (!Character.isSurrogate(unit)) {
                text.append(unit);
            } else if (Character.isHighSurrogate(unit)
                    && at + 3 < end
                    && Character.isLowSurrogate(unit(e, b, at + 2))) {
                text.append(unit).append(unit(e, b, at + 2));
                at += 2;
            } else {
                text.append(REPLACEMENT);
            }
        }
        if (len % 2 != 0) {
            text.append(REPLACEMENT);
        }
        return text.toString();
    }

    /** Whether the bytes, which begin with a whole unit, end inside a character. */
    static boolean endsInside(Encoding e, byte[] b, int off, int len) {
        return len % 2 != 0 || len > 0 && Character.isHighSurrogate(unit(e, b, off + len - 2));
    }

    static char unit(Encoding e, byte[] b, int at) {
        int first = b[at] & 0xFF;
        int second = b[at + 1] & 0xFF;
        return (char) (e.readCharset() == StandardCharsets.UTF_16BE ? first << 8 | second : second << 8 | first);
    }
}
