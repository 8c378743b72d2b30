package dev.earshot.session.compare;

/** The comparison of two messages in one form, such as their text. Immutable; any thread. */
public interface ComparedPart {
    /**
     * Breaks the part into lines.
     *
     * @param width the most characters of a line on each side
     */
    ComparedLines lines(int width);

    /** Whether no smaller number of differences would do; messages of very different content are compared roughly. */
    boolean isExact();
}
