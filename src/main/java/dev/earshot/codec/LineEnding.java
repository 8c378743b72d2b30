package dev.earshot.codec;

import java.util.Locale;

/** What is sent after a typed text. */
public enum LineEnding {
    NONE,
    LF,
    CRLF;

    /** The bytes, the same in every {@link Encoding}. */
    public byte[] bytes() {
        return switch (this) {
            case NONE -> new byte[0];
            case LF -> new byte[] {'\n'};
            case CRLF -> new byte[] {'\r', '\n'};
        };
    }

    /**
     * The line ending called none, lf or crlf, in any case.
     *
     * @throws Problem if there is none of that name
     */
    public static LineEnding named(String name) throws Problem {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "lf" -> LF;
            case "crlf" -> CRLF;
            default -> throw new Problem("problem.eol.unknown", -1, VisibleText.brief(name));
        };
    }
}
