package dev.earshot.codec;

import java.util.Locale;

/** The line ending that is sent after a typed text. */
public enum LineEnding {
    NONE,
    LF,
    CRLF,
    CR;

    /** Returns the bytes, which are the same in every {@link Encoding}. */
    public byte[] bytes() {
        return switch (this) {
            case NONE -> new byte[0];
            case LF -> new byte[] {'\n'};
            case CRLF -> new byte[] {'\r', '\n'};
            case CR -> new byte[] {'\r'};
        };
    }

    /** Returns the length of a message without its line ending (LF or CR LF), if it has one. */
    public static int lengthBefore(byte[] bytes, int offset, int length) {
        if (length == 0 || bytes[offset + length - 1] != '\n') {
            return length;
        }
        return length > 1 && bytes[offset + length - 2] == '\r' ? length - 2 : length - 1;
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
