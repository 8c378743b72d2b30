package dev.earshot.ui.log;

import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;

/**
 * A column of the log with the value of a field.
 *
 * @param index of the value in {@link LogRow#fields}
 */
record FieldTableColumn(FieldColumn field, int index) implements ShownColumn {
    private static final int LEAST = 72;
    private static final int MOST = 168;
    private static final int CHARACTER = 8;

    @Override
    public String title(Words words) {
        return field.title();
    }

    @Override
    public int width() {
        return Math.max(LEAST, Math.min(MOST, field.title().length() * CHARACTER + 2 * CHARACTER));
    }

    @Override
    public String value(LogRow row, LogTableModel model, int viewRow) {
        return value(row).text();
    }

    @Override
    public boolean isWrong(LogRow row) {
        return value(row).wrong();
    }

    private FieldColumn.Value value(LogRow row) {
        return index < row.fields().size() ? row.fields().get(index) : FieldColumn.Value.NONE;
    }

    @Override
    public String tip(LogTableModel model, int viewRow) {
        String text = value(model.row(viewRow)).text();
        return text.isEmpty() ? null : text;
    }

    @Override
    public RowPainter.Drawing drawing() {
        return RowPainter::paintField;
    }
}
