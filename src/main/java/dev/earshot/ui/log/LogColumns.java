package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/** Lays out the columns of a log table, and shows and hides them. Confined to the EDT. */
final class LogColumns {
    /** The size of text for which the widths of the columns are given. */
    private static final int USUAL_SIZE = WindowKeys.FONT_SIZE.fallback();

    private final TableColumnModel shown;
    private final Map<LogTableColumn, TableColumn> all = new EnumMap<>(LogTableColumn.class);
    private final Map<FieldTableColumn, TableColumn> fields = new LinkedHashMap<>();
    private Set<LogTableColumn> wanted = LogTableColumn.USUAL;
    private int size = USUAL_SIZE;
    private int width; // 0: not known yet

    /** Takes the columns that the table has made for its model, and shows the usual ones. */
    LogColumns(JTable table) {
        shown = table.getColumnModel();
        for (TableColumn column : Collections.list(shown.getColumns())) {
            column.setHeaderRenderer(new Heading(LogTableColumn.at(column.getModelIndex())));
            all.put(LogTableColumn.at(column.getModelIndex()), column);
        }
        show();
    }

    /** Shows the columns that the person wants, wide enough for the size of text. */
    void show(Settings settings, int points) {
        wanted = LogTableColumn.shown(settings);
        size = points;
        show();
    }

    /** Shows these fields before the messages. */
    void showFields(List<FieldTableColumn> columns) {
        fields.clear();
        for (FieldTableColumn column : columns) {
            TableColumn made = new TableColumn(LogTableColumn.count() + column.index());
            made.setHeaderValue(column.field().title());
            made.setHeaderRenderer(new Heading(column));
            fields.put(column, made);
        }
        show();
    }

    /** Fits the columns into this width: where the message has no room, others are left out. */
    void fit(int pixels) {
        if (pixels != width) {
            width = pixels;
            show();
        }
    }

    private void show() {
        all.forEach(this::setWidth);
        fields.forEach(this::setWidth);
        List<ShownColumn> fitting = new ArrayList<>(
                LogTableColumn.ORDER.stream().filter(wanted::contains).toList());
        fitting.addAll(fitting.size() - 1, fields.keySet());
        List<ShownColumn> dispensable = new ArrayList<>(LogTableColumn.DISPENSABLE);
        List<ShownColumn> last = new ArrayList<>(fields.keySet());
        Collections.reverse(last);
        dispensable.addAll(last);
        for (ShownColumn column : dispensable) {
            if (width > 0 && fitting.stream().mapToInt(this::leastWidth).sum() > width) {
                fitting.remove(column);
            }
        }
        List<TableColumn> next = fitting.stream()
                .map(column -> column instanceof FieldTableColumn field ? fields.get(field) : all.get(column))
                .toList();
        if (!next.equals(fromLeft())) {
            fromLeft().forEach(shown::removeColumn);
            next.forEach(shown::addColumn);
        }
    }

    private void setWidth(ShownColumn which, TableColumn column) {
        int least = leastWidth(which);
        column.setMinWidth(which.takesRest() ? 0 : least);
        column.setMaxWidth(which.takesRest() ? Integer.MAX_VALUE : least);
        column.setPreferredWidth(least);
    }

    private int leastWidth(ShownColumn which) {
        float larger = which == LogTableColumn.GLYPH ? 1 : Math.max(1, (float) size / USUAL_SIZE);
        return Math.round(UIScale.scale(which.width() * larger));
    }

    /** Returns the shown columns from left to right. */
    List<TableColumn> fromLeft() {
        return Collections.list(shown.getColumns());
    }

    /** Paints a column's title: muted, without a box, over its column's text. */
    private static final class Heading extends PlainTableCell {
        private final transient ShownColumn column;

        Heading(ShownColumn column) {
            this.column = column;
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int viewColumn) {
            super.getTableCellRendererComponent(table, value, false, false, row, viewColumn);
            setFont(Theme.sans(13));
            setForeground(Token.MUTED.color());
            setBackground(Token.TABLE.color());
            setHorizontalAlignment(column.hasFigures() ? TRAILING : LEADING);
            int left = UIScale.scale(column == LogTableColumn.TIME ? 12 : 8);
            setBorder(BorderFactory.createEmptyBorder(0, left, 0, UIScale.scale(8)));
            return this;
        }
    }
}
