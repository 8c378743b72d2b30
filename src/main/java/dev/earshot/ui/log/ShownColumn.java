package dev.earshot.ui.log;

import dev.earshot.session.Words;
import java.awt.Graphics2D;

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

    /** Returns the text of a row in this column. */
    String value(LogRow row, LogTableModel model);

    /** Returns the text of a row of the table in this column. */
    default String value(LogTableModel model, int viewRow) {
        return value(model.row(viewRow), model);
    }

    /** Returns the tooltip of a row in this column, or null. */
    default String tip(LogTableModel model, int viewRow) {
        return null;
    }

    /** Paints the row that the painter was given last, in this column. */
    void paint(RowPainter painter, Graphics2D g);
}
