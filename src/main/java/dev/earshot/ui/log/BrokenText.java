package dev.earshot.ui.log;

/**
 * A text whose long lines are broken to fit, because an area that wraps them by itself is slow.
 *
 * @param text the lines, none wider than was asked for
 * @param places the given places in the text, where they are now
 */
record BrokenText(String text, int[] places) {
    /** Chinese, Japanese and Korean characters, which are nearly twice as wide as others, begin about here. */
    private static final int FIRST_WIDE = 0x1100;

    /**
     * Breaks at the width that is seen, never inside a surrogate pair.
     *
     * @param wide the most characters in a line
     * @param places rising ones in the text
     */
    static BrokenText of(String text, int wide, int[] places) {
        StringBuilder broken = new StringBuilder(text.length() + text.length() / Math.max(1, wide));
        int[] moved = new int[places.length];
        int next = 0;
        int column = 0;
        for (int i = 0; i <= text.length(); i++) {
            for (; next < places.length && places[next] == i; next++) {
                moved[next] = broken.length();
            }
            if (i < text.length()) {
                column = append(broken, text.charAt(i), wide, column);
            }
        }
        return new BrokenText(broken.toString(), moved);
    }

    /** Returns the column behind the character. */
    private static int append(StringBuilder broken, char c, int wide, int column) {
        if (c == '\n') {
            broken.append(c);
            return 0;
        }
        int width = c < FIRST_WIDE ? 1 : 2;
        boolean full = column + width > wide && !Character.isLowSurrogate(c);
        if (full) {
            broken.append('\n');
        }
        broken.append(c);
        return full ? width : column + width;
    }
}
