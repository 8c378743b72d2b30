package dev.earshot.ui.statistics;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.statistics.Figure;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.HeadingRenderer;
import dev.earshot.ui.plain.PlainTable;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Comparator;
import java.util.function.LongConsumer;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;

/**
 * A table of statistics that can be sorted; a click on a line, or Enter, goes to the row of the log to which it leads.
 */
final class FigureTable extends PlainTable {
    private static final int CHAR_WIDTH = 8;
    private static final int MOST_CHARS = 60;

    private final StatisticsModel model;

    /** @param show takes the number of the row of the log to go to */
    FigureTable(StatisticsModel model, LongConsumer show) {
        super(model);
        this.model = model;
        setName("statistics." + model.table().id());
        getAccessibleContext().setAccessibleName(model.table().title());
        setDefaultRenderer(StatisticsModel.Cell.class, new FigureCell());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        setSorter();
        setWidths();
        HeadingRenderer.align(
                this,
                column -> model.table()
                        .columns()
                        .get(convertColumnIndexToModel(column))
                        .isFigure());
        FormShortcuts.enter(this, JComponent.WHEN_FOCUSED, () -> showRow(getSelectedRow(), show));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (SwingUtilities.isLeftMouseButton(e)) {
                    showRow(rowAtPoint(e.getPoint()), show);
                }
            }
        });
    }

    private void showRow(int line, LongConsumer show) {
        long row = rowOf(line);
        if (row >= 0) {
            show.accept(row);
        }
    }

    /** Returns the row of the log to which a visible line leads, or -1. */
    private long rowOf(int line) {
        return line < 0 ? -1 : model.rowOf(convertRowIndexToModel(line));
    }

    /** Returns the row of the log to which the selected line leads, or -1. */
    long selectedLogRow() {
        return rowOf(getSelectedRow());
    }

    /** Whether each line is about one message. */
    boolean isOfMessages() {
        return model.table().id().equals("messages");
    }

    private void setSorter() {
        TableRowSorter<StatisticsModel> sorter = new TableRowSorter<>(model);
        for (int i = 0; i < model.getColumnCount(); i++) {
            sorter.setComparator(i, Comparator.comparing(StatisticsModel.Cell::figure, Figure.ORDER));
        }
        setRowSorter(sorter);
    }

    private void setWidths() {
        for (int i = 0; i < model.getColumnCount(); i++) {
            StatisticsTable.Column shown = model.table().columns().get(i);
            TableColumn column = getColumnModel().getColumn(i);
            int chars =
                    Math.min(MOST_CHARS, Math.max(shown.width(), shown.title().length() + 2));
            column.setPreferredWidth(UIScale.scale(chars * CHAR_WIDTH));
            column.setMinWidth(UIScale.scale(Math.min(chars, shown.width()) * CHAR_WIDTH / 2));
        }
    }

    /** Fills the window if it is wider than the columns; else they are scrolled. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() != null && getPreferredSize().width < getParent().getWidth();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(22));
        setShowGrid(false);
        setIntercellSpacing(new Dimension());
    }
}
