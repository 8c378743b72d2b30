package dev.earshot.session.compare;

import java.util.List;

/**
 * A line of two messages side by side. Immutable.
 *
 * @param sign how the sides differ
 * @param left the line of the first message, safe to show; null where that has none
 * @param right the line of the second message, safe to show; null where that has none
 * @param leftMarks what differs on the left, in the order of the text
 * @param rightMarks what differs on the right
 */
public record ComparedLine(Sign sign, String left, String right, List<Mark> leftMarks, List<Mark> rightMarks) {

    public ComparedLine {
        leftMarks = List.copyOf(leftMarks);
        rightMarks = List.copyOf(rightMarks);
    }

    /**
     * A piece of a line that differs. A difference of several lines has a mark in each of them.
     *
     * @param from index of its first character
     * @param end index behind its last character
     * @param difference the number of the difference it belongs to, from 0
     */
    public record Mark(int from, int end, int difference) {}

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
