package dev.earshot.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The line ending that is sent after a typed text. */
public enum LineEnding {
    NONE,
    LF,
    CRLF,
    CR;

    /** Returns the bytes in this encoding; LF in EBCDIC is NL, 15. */
    public byte[] bytes(Encoding encoding) {
        byte[] ascii = bytes();
        return encoding.isAsciiCompatible()
                ? ascii
                : new String(ascii, StandardCharsets.US_ASCII).getBytes(encoding.writeCharset());
    }

    /** Returns the bytes, which are the same in every encoding that is compatible with ASCII. */
    public byte[] bytes() {
        return switch (this) {
            case NONE -> new byte[0];
            case LF -> new byte[] {'\n'};
            case CRLF -> new byte[] {'\r', '\n'};
            case CR -> new byte[] {'\r'};
        };
    }

    /** Returns the length of a message without its line ending (LF, CR LF, CR or CR NUL). */
    public static int lengthBefore(byte[] bytes, int offset, int length) {
        byte last = length == 0 ? -1 : bytes[offset + length - 1];
        boolean behindCr = length > 1 && bytes[offset + length - 2] == '\r';
        return switch (last) {
            case '\n' -> behindCr ? length - 2 : length - 1;
            case '\r' -> length - 1;
            case 0 -> behindCr ? length - 2 : length;
            default -> length;
        };
    }

    /** Returns the length in bytes of a message in this encoding without its line ending, if it has one. */
    public static int lengthBefore(Encoding encoding, byte[] bytes, int offset, int length) {
        if (encoding.isAsciiCompatible()) {
            return lengthBefore(bytes, offset, length);
        }
        LineUnit unit = LineUnit.of(encoding);
        int size = unit.size();
        int end = offset + length;
        if (length % size != 0 || length == 0) {
            return length;
        } else if (unit.isLineFeed(bytes, end - size)) {
            return length > size && unit.isReturn(bytes, end - 2 * size) ? length - 2 * size : length - size;
        }
        return unit.isReturn(bytes, end - size) ? length - size : length;
    }

    /**
     * Finds the line ending called none, lf, crlf or cr, in any case.
     *
     * @throws Problem if it has another name
     */
    public static LineEnding named(String name) throws Problem {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "lf" -> LF;
            case "crlf" -> CRLF;
            case "cr" -> CR;
            default -> throw new Problem("problem.eol.unknown", -1, VisibleText.brief(name));
        };
    }
}
