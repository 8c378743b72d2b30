package dev.earshot.ui.log;

import dev.earshot.session.words.Words;

/** A column of the log: one of {@link LogTableColumn}, or a field of messages. Confined to the EDT. */
interface ShownColumn {
    /** Returns the title, which is empty over a column of icons. */
    String title(Words words);

    /** The width in unscaled pixels, for text of the usual size. */
    int width();

    /** Whether the column takes the width that the others leave. */
    default boolean takesRest() {
        return false;
    }

    /** Whether the texts are figures, which are aligned to the right. */
    default boolean hasFigures() {
        return false;
    }

    /**
     * Returns the text of a row in this column.
     *
     * @param viewRow where the row stands in the table; -1 for a message that has not ended, which is not in it
     */
    String value(LogRow row, LogTableModel model, int viewRow);

    /** Whether the value of a row in this column is known to be wrong. */
    default boolean isWrong(LogRow row) {
        return false;
    }

    /** Returns the tooltip of a row in this column, or null. */
    default String tip(LogTableModel model, int viewRow) {
        return null;
    }

    /** Returns how a cell of this column is drawn. */
    RowPainter.Drawing drawing();
}
