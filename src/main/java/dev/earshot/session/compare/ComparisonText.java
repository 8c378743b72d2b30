package dev.earshot.session.compare;

import dev.earshot.codec.CharacterWidth;

/** Prints two messages side by side, as {@code diff --side-by-side} does. */
public final class ComparisonText {
    private ComparisonText() {}

    /** Returns the lines of both messages, below these headings. */
    public static String of(String left, String right, ComparedLines lines) {
        int width = CharacterWidth.of(left);
        for (int i = 0; i < lines.size(); i++) {
            width = Math.max(width, CharacterWidth.of(shown(lines.line(i).left())));
        }
        StringBuilder text = new StringBuilder();
        add(text, left, ' ', right, width);
        for (int i = 0; i < lines.size(); i++) {
            ComparedLine line = lines.line(i);
            add(text, shown(line.left()), line.sign().character(), shown(line.right()), width);
        }
        return text.toString();
    }

    private static String shown(String line) {
        return line == null ? "" : line;
    }

    private static void add(StringBuilder text, String left, char sign, String right, int width) {
        String line = left + " ".repeat(width - CharacterWidth.of(left)) + ' ' + sign + ' ' + right;
        text.append(line.stripTrailing()).append('\n');
    }
}
