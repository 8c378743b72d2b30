package dev.earshot.ui.statistics;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.statistics.Figure;
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
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;

/**
 * A table of statistics that can be sorted; a click on a line, or Enter, goes to the row of the log to which it leads.
 */
final class FigureTable extends PlainTable {
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 480;
    private static final int SORT_SIGN = 12;
    private static final int MEASURED_LINES = 200;

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
        leaveByTab();
        setSorter();
        HeadingRenderer.align(
                this,
                column -> model.table()
                        .columns()
                        .get(convertColumnIndexToModel(column))
                        .isFigure());
        setWidths();
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

    /** Gives each column the room that its title and its cells need; the first lines tell for all. */
    private void setWidths() {
        TableCellRenderer titles = getTableHeader().getDefaultRenderer();
        for (int i = 0; i < getColumnCount(); i++) {
            TableColumn column = getColumnModel().getColumn(i);
            int needed = width(titles, column.getHeaderValue(), i) + UIScale.scale(SORT_SIGN);
            for (int line = 0; line < Math.min(MEASURED_LINES, getRowCount()); line++) {
                needed = Math.max(needed, width(getCellRenderer(line, i), getValueAt(line, i), i));
            }
            column.setMinWidth(UIScale.scale(LEAST_WIDTH));
            column.setPreferredWidth(Math.min(needed, UIScale.scale(MOST_WIDTH)));
        }
    }

    private int width(TableCellRenderer renderer, Object value, int column) {
        return renderer.getTableCellRendererComponent(this, value, false, false, 0, column)
                .getPreferredSize()
                .width;
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
