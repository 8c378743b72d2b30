package dev.earshot.ui.compare;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.compare.ComparedLines;
import dev.earshot.session.compare.MessageComparison;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainTable;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Collections;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/** Shows two messages in one form, line by line, and knows the current difference. */
final class CompareTable extends PlainTable {
    private static final int SIGN_WIDTH = 24;
    private static final int ROW_HEIGHT = 20;
    private static final int SHOWN_AROUND = 2; // lines above and below a difference that is gone to

    private final CompareModel model;
    private transient ComparedLines lines; // null: not known yet
    private int difference = -1;

    CompareTable(MessageComparison.Form form, Words words, String left, String right) {
        super(new CompareModel());
        model = (CompareModel) getModel();
        String id = form.name().toLowerCase(Locale.ROOT);
        setName("compare." + id);
        getAccessibleContext().setAccessibleName(words.of("ui.compare." + id));
        setSelectionMode(ListSelectionModel.SINGLE_INTERVAL_SELECTION);
        setAutoResizeMode(JTable.AUTO_RESIZE_ALL_COLUMNS);
        setFillsViewportHeight(true);
        leaveByTab();
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setResizingAllowed(false);
        TableCellRenderer usual = getTableHeader().getDefaultRenderer();
        getTableHeader().setDefaultRenderer((table, value, isSelected, hasFocus, row, column) -> {
            JLabel title =
                    (JLabel) usual.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
            title.setHorizontalAlignment(SwingConstants.LEADING);
            title.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(CompareCell.INSET), 0, 0));
            return title;
        });
        CompareCell cell = new CompareCell();
        Collections.list(getColumnModel().getColumns()).forEach(column -> column.setCellRenderer(cell));
        getColumnModel().getColumn(CompareModel.SIGN).setHeaderValue("");
        showHeadings(left, right);
        TableColumn sign = getColumnModel().getColumn(CompareModel.SIGN);
        sign.setMinWidth(UIScale.scale(SIGN_WIDTH));
        sign.setMaxWidth(UIScale.scale(SIGN_WIDTH));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(ROW_HEIGHT));
        setShowGrid(false);
        setIntercellSpacing(new Dimension());
    }

    /** Returns how many characters of a line there is room for on each side. */
    static int columns(int width, int charWidth) {
        int side = (width - UIScale.scale(SIGN_WIDTH)) / 2 - UIScale.scale(CompareCell.INSET) - charWidth / 2;
        return Math.max(1, side / Math.max(1, charWidth));
    }

    /** Shows what the messages are. */
    void showHeadings(String left, String right) {
        getColumnModel().getColumn(CompareModel.LEFT).setHeaderValue(left);
        getColumnModel().getColumn(CompareModel.RIGHT).setHeaderValue(right);
        getTableHeader().repaint();
    }

    /** Shows lines; the same difference stays selected. */
    void show(ComparedLines shown) {
        lines = shown;
        model.show(shown);
        if (difference >= 0) {
            select(Math.min(difference, lines.differences() - 1));
        }
    }

    /** Returns the lines; null while they are not known. */
    ComparedLines lines() {
        return lines;
    }

    /** Returns the number of the difference that was last gone to, from 0; -1 before the first. */
    int difference() {
        return difference;
    }

    /**
     * Goes to the next difference, or with -1 to the one before; after the last to the first. It begins at the selected
     * line.
     */
    void go(int step) {
        if (lines == null || lines.differences() == 0) {
            return;
        }
        int at = difference;
        int row = getSelectedRow();
        if (row >= 0 && (at < 0 || lines.lineOf(at) != row)) {
            at = before(row, step);
        }
        select(Math.floorMod(at < 0 && step < 0 ? -1 : at + step, lines.differences()));
    }

    /** Returns the difference that stands before the next one behind a line, or behind the last one before it. */
    private int before(int row, int step) {
        int at = 0;
        while (at < lines.differences() && lines.lineOf(at) < (step > 0 ? row + 1 : row)) {
            at++;
        }
        return step > 0 ? at - 1 : at;
    }

    private void select(int chosen) {
        difference = chosen;
        if (chosen >= 0) {
            int row = lines.lineOf(chosen);
            changeSelection(row, CompareModel.LEFT, false, false);
            Rectangle around = getCellRect(row, CompareModel.LEFT, true);
            around.grow(0, SHOWN_AROUND * getRowHeight());
            scrollRectToVisible(around);
            repaint(); // its frame may go from one place to another of the same line
        }
    }
}
