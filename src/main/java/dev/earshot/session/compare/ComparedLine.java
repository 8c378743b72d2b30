package dev.earshot.session.compare;

/**
 * A line of two messages side by side. Immutable.
 *
 * @param sign how the sides differ
 * @param left the line of the first message, safe to show; null where that has none
 * @param right the line of the second message, safe to show; null where that has none
 * @param leftMarks the differences on the left: pairs of a beginning and an end in the text, rising; owned by the
 *     record
 * @param rightMarks the differences on the right, as such pairs
 */
public record ComparedLine(Sign sign, String left, String right, int[] leftMarks, int[] rightMarks) {

    /** The difference between the sides of a line, with the signs of {@code diff --side-by-side} (GNU diffutils). */
    public enum Sign {
        EQUAL(' '),
        CHANGED('|'),
        LEFT_ONLY('<'),
        RIGHT_ONLY('>');

        private final char character;

        Sign(char character) {
            this.character = character;
        }

        /** Returns the character that stands between the sides. */
        public char character() {
            return character;
        }

        /** Returns the sign of a line with these differences. */
        static Sign of(boolean onLeft, boolean onRight) {
            return onLeft ? onRight ? CHANGED : LEFT_ONLY : onRight ? RIGHT_ONLY : EQUAL;
        }
    }
}
