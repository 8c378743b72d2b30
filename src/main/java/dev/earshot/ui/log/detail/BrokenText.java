package dev.earshot.ui.log.detail;

/**
 * A text of the detail pane with line breaks in its long lines. A text area that wraps long lines by itself is slow.
 *
 * @param text the lines, none longer than requested
 * @param places the given positions, shifted by the inserted breaks
 */
record BrokenText(String text, int[] places) {
    /** The first of the Chinese, Japanese and Korean characters, which are nearly twice as wide as others. */
    private static final int FIRST_WIDE = 0x1100;

    /**
     * Breaks lines that are too long, never inside a surrogate pair.
     *
     * @param wide most characters in a line; wide characters count twice
     * @param places positions in the text, ascending
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
