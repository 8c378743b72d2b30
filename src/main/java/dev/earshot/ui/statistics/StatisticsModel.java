package dev.earshot.ui.statistics;

import dev.earshot.session.statistics.Figure;
import dev.earshot.session.statistics.FigurePrinter;
import dev.earshot.session.statistics.StatisticsTable;
import javax.swing.table.AbstractTableModel;

/** The table model of one table of statistics. Confined to the EDT. */
final class StatisticsModel extends AbstractTableModel {
    private final transient StatisticsTable table;
    private final transient FigurePrinter text;

    /** A figure with its text, which a copy of the cell takes. */
    record Cell(Figure figure, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    StatisticsModel(StatisticsTable table, FigurePrinter text) {
        this.table = table;
        this.text = text;
    }

    StatisticsTable table() {
        return table;
    }

    /** Returns the number of the row of the log to which a line leads, or -1. */
    long rowOf(int line) {
        return table.lines().get(line).row();
    }

    @Override
    public int getRowCount() {
        return table.lines().size();
    }

    @Override
    public int getColumnCount() {
        return table.columns().size();
    }

    @Override
    public String getColumnName(int column) {
        return table.columns().get(column).title();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Cell.class;
    }

    @Override
    public Object getValueAt(int line, int column) {
        Figure figure = table.lines().get(line).figures().get(column);
        return new Cell(figure, text.of(figure));
    }
}
