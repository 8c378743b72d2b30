package dev.earshot.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces invisible characters, and those that would move other text, by escapes. These are control, format and bidi
 * characters, line separators, lone surrogates and towers of combining marks; the send box accepts the escapes.
 */
public final class VisibleText {
    private static final int MOST_COMBINING = 8;
    private static final int BRIEF = 40;

    private VisibleText() {}

    /**
     * A piece of visible text.
     *
     * @param text the characters to paint
     * @param isEscape whether it stands for something invisible
     */
    public record Run(String text, boolean isEscape) {}

    /** Returns the text with its escapes, or {@code s} itself where nothing needs one. */
    public static String of(String s) {
        if (!hasMarks(s)) {
            return s;
        }
        StringBuilder whole = new StringBuilder(s.length() + 16);
        runs(s).forEach(run -> whole.append(run.text));
        return whole.toString();
    }

    /** Returns the visible text in pieces, marked and unmarked in turn; none for an empty text. */
    public static List<Run> runs(String s) {
        if (s.isEmpty()) {
            return List.of();
        }
        if (!hasMarks(s)) {
            return List.of(new Run(s, false));
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Scan scan = new Scan(s);
        boolean marked = false;
        while (scan.next()) {
            if (scan.mark != marked && !run.isEmpty()) {
                runs.add(new Run(run.toString(), marked));
                run.setLength(0);
            }
            marked = scan.mark;
            scan.appendTo(run);
        }
        runs.add(new Run(run.toString(), marked));
        return runs;
    }

    /** Returns the beginning of the visible text for use in a message, at most 40 characters. */
    public static String brief(String s) {
        return brief(s, BRIEF);
    }

    /** Makes a text visible and cuts it if it is longer than so many characters. */
    public static String brief(String s, int longest) {
        String shown = of(s.length() > longest ? s.substring(0, longest + 1) : s);
        if (shown.length() <= longest) {
            return shown;
        }
        int cut = Character.isHighSurrogate(shown.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return shown.substring(0, cut) + "…";
    }

    /** Whether a character cannot be seen, as control, format and bidi characters and half a surrogate pair. */
    public static boolean isHidden(int codePoint) {
        return (codePoint < 0x20 || codePoint >= 0x7F) && isHiddenType(Character.getType(codePoint));
    }

    private static boolean hasMarks(String s) {
        Scan scan = new Scan(s);
        while (scan.next()) {
            if (scan.mark) {
                return true;
            }
        }
        return false;
    }

    /** Goes through a text and tells which characters need an escape. */
    private static final class Scan {
        private final String s;
        private int start;
        private int end;
        private int combining;
        private boolean mark;

        Scan(String s) {
            this.s = s;
        }

        boolean next() {
            start = end;
            if (start == s.length()) {
                return false;
            }
            char c = s.charAt(start);
            if (c >= 0x20 && c < 0x7F) {
                end = start + 1;
                combining = 0;
                mark = false;
            } else {
                classify(s.codePointAt(start));
            }
            return true;
        }

        private void classify(int codePoint) {
            end = start + Character.charCount(codePoint);
            int type = Character.getType(codePoint);
            combining = isCombining(type) ? combining + 1 : 0;
            mark = isHiddenType(type) || combining > MOST_COMBINING;
        }

        void appendTo(StringBuilder out) {
            if (!mark) {
                out.append(s, start, end);
                return;
            }
            for (int i = start; i < end; i++) {
                appendEscape(out, s.charAt(i));
            }
        }
    }

    private static boolean isCombining(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a character cannot be seen; FORMAT has the bidi controls, zero-width characters and byte order mark. */
    private static boolean isHiddenType(int type) {
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static void appendEscape(StringBuilder out, char c) {
        switch (c) {
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            case '\n' -> out.append("\\n");
            default -> appendDigits(out.append(c < 0x80 ? "\\x" : "\\u"), c, c < 0x80 ? 2 : 4);
        }
    }

    private static void appendDigits(StringBuilder out, char c, int count) {
        for (int shift = 4 * (count - 1); shift >= 0; shift -= 4) {
            out.append("0123456789ABCDEF".charAt(c >> shift & 0xF));
        }
    }
}
