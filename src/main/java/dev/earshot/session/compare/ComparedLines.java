package dev.earshot.session.compare;

/** Two messages side by side in lines of one width, which are made when they are asked for. Immutable; any thread. */
public interface ComparedLines {
    /** Returns the number of lines. */
    int size();

    /** Returns a line. */
    ComparedLine line(int index);

    /** Returns the number of differences. */
    int differences();

    /** Returns the index of the line where a difference begins; it rises with the difference. */
    int lineOf(int difference);
}
