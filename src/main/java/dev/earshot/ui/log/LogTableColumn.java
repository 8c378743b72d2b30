package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.session.Words;
import java.awt.Graphics2D;

/** The columns of the log, from left to right; a new column is added here. Confined to the EDT. */
public enum LogTableColumn {
    TIME("ui.column.time", 104) {
        @Override
        String value(LogRow row, LogTableModel model) {
            return row.time();
        }

        @Override
        String tip(LogTableModel model, int viewRow) {
            return model.when(viewRow);
        }

        @Override
        void paint(RowPainter painter, Graphics2D g) {
            painter.paintTime(g);
        }
    },
    CLIENT("ui.column.client", 156) {
        @Override
        String value(LogRow row, LogTableModel model) {
            return row.client();
        }

        @Override
        String tip(LogTableModel model, int viewRow) {
            return model.address(viewRow);
        }

        @Override
        void paint(RowPainter painter, Graphics2D g) {
            painter.paintClient(g);
        }
    },
    GLYPH("", 24) {
        @Override
        String value(LogRow row, LogTableModel model) {
            return model.kind(row.row());
        }

        @Override
        String tip(LogTableModel model, int viewRow) {
            return model.kind(model.row(viewRow).row());
        }

        @Override
        void paint(RowPainter painter, Graphics2D g) {
            painter.paintGlyph(g);
        }
    },
    BYTES("ui.column.bytes", 56) {
        @Override
        String value(LogRow row, LogTableModel model) {
            return row.bytes();
        }

        @Override
        boolean hasFigures() {
            return true;
        }

        @Override
        void paint(RowPainter painter, Graphics2D g) {
            painter.paintBytes(g);
        }
    },
    MESSAGE("ui.column.message", 400) {
        @Override
        String value(LogRow row, LogTableModel model) {
            return row.text().text();
        }

        @Override
        String tip(LogTableModel model, int viewRow) {
            Row row = model.row(viewRow).row();
            String incomplete = model.completeness(row);
            return !incomplete.isEmpty() ? incomplete : row.origin().kind().isAutomatic() ? model.kind(row) : null;
        }

        @Override
        void paint(RowPainter painter, Graphics2D g) {
            painter.paintMessage(g);
        }
    };

    private static final LogTableColumn[] ALL = values(); // values() copies it each time, and painting asks often

    private final String titleKey;
    private final int width;

    LogTableColumn(String titleKey, int width) {
        this.titleKey = titleKey;
        this.width = width;
    }

    /** Returns the column at this index from the left. */
    static LogTableColumn at(int index) {
        return ALL[index];
    }

    /** Returns the number of columns. */
    static int count() {
        return ALL.length;
    }

    /** Returns the title, which is empty over a column of icons. */
    String title(Words words) {
        return titleKey.isEmpty() ? "" : words.of(titleKey);
    }

    /** The width in unscaled pixels; the last column also takes the room that is left. */
    int width() {
        return width;
    }

    /** Whether the texts are figures, which are aligned to the right. */
    boolean hasFigures() {
        return false;
    }

    /** Returns the text of a row in this column. */
    abstract String value(LogRow row, LogTableModel model);

    /** Returns the tooltip of a row in this column, or null. */
    String tip(LogTableModel model, int viewRow) {
        return null;
    }

    /** Paints the row that the painter was given last, in this column. */
    abstract void paint(RowPainter painter, Graphics2D g);
}
