package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Addresses;
import dev.earshot.session.Words;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.event.TableModelEvent;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

/** Shows the log and stays at its tail until somebody scrolls away from it. */
final class LogTable extends JTable {
    private static final int[] WIDTHS = {104, 156, 24, 56, 400};

    private final transient Consumer<Boolean> followChanged;
    private boolean following = true;
    private int seenTop;
    private boolean exchanging;

    /** @param followChanged is told whenever {@link #following} changes */
    LogTable(LogTableModel model, Words words, Consumer<Boolean> followChanged) {
        super(model);
        this.followChanged = followChanged;
        setName("messageLog");
        getAccessibleContext().setAccessibleName(words.of("ui.log.name"));
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setResizingAllowed(false);
        setDefaultRenderer(Object.class, new RowPainter());
        setFillsViewportHeight(true);
        // Tab is for going to the next control, as everywhere else in the window.
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_END, 0), "follow");
        getActionMap().put("follow", Keys.action(() -> follow(true)));
        addMouseListener(selectUnderThePointer());
        layOutColumns();
    }

    boolean following() {
        return following;
    }

    void follow(boolean wanted) {
        if (following != wanted) {
            following = wanted;
            followChanged.accept(wanted);
        }
        if (wanted) {
            scrollToTail();
        }
    }

    /** While other rows take the place of these, that the view moves does not mean that somebody has scrolled. */
    void exchanging(boolean now) {
        exchanging = now;
    }

    int firstVisibleRow() {
        return getVisibleRect().y / getRowHeight();
    }

    int lastVisibleRow() {
        Rectangle seen = getVisibleRect();
        return Math.max(0, seen.y + seen.height - 1) / getRowHeight();
    }

    /** How far below the top of what is seen the row begins, in pixels. */
    int visibleShift(int row) {
        return row * getRowHeight() - getVisibleRect().y;
    }

    /** Scrolls so that the row begins so far below the top of what is seen, as far as there is room. */
    void showAt(int row, int shift) {
        if (getParent() instanceof JViewport viewport) {
            viewport.validate();
            int tail = Math.max(0, getRowCount() * getRowHeight() - viewport.getExtentSize().height);
            int top = Math.max(0, Math.min(tail, row * getRowHeight() - shift));
            seenTop = top;
            viewport.setViewPosition(new java.awt.Point(0, top));
        }
    }

    /** Scrolls, if the row is not seen, so that it is in the middle. */
    void bringIntoView(int row) {
        Rectangle seen = getVisibleRect();
        int shift = visibleShift(row);
        if (shift < 0 || shift + getRowHeight() > seen.height) {
            showAt(row, seen.height / 2 / getRowHeight() * getRowHeight());
        }
    }

    /** Connects the table with the viewport that it has been put into. */
    void watch(JViewport viewport) {
        viewport.addChangeListener(e -> scrolled(viewport));
    }

    @Override
    public void tableChanged(TableModelEvent event) {
        super.tableChanged(event);
        if (following) {
            scrollToTail();
        }
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        if (row < 0) {
            return null;
        }
        var shown = ((LogTableModel) getModel()).entry(row).row();
        return switch (LogTableModel.Column.values()[columnAtPoint(event.getPoint())]) {
            case TIME -> Clock.dateAndTime(shown.epochNanos());
            case CLIENT -> shown.remote() == null ? null : Addresses.text(shown.remote());
            case GLYPH -> String.valueOf(getValueAt(row, LogTableModel.Column.GLYPH.ordinal()));
            case BYTES, MESSAGE -> null;
        };
    }

    @Override
    public JToolTip createToolTip() {
        JToolTip tip = super.createToolTip();
        tip.putClientProperty("html.disable", true);
        return tip;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(22));
    }

    /** Whole rows only, so that following never shows half of one. */
    int wholeRows(int height) {
        int header = getTableHeader().getPreferredSize().height;
        return header + Math.max(0, height - header) / getRowHeight() * getRowHeight();
    }

    private void layOutColumns() {
        for (int i = 0; i < WIDTHS.length; i++) {
            TableColumn column = getColumnModel().getColumn(i);
            int width = UIScale.scale(WIDTHS[i]);
            column.setPreferredWidth(width);
            if (i < WIDTHS.length - 1) {
                column.setMinWidth(width);
                column.setMaxWidth(width);
            }
            column.setHeaderRenderer(new Heading(i));
        }
    }

    private void scrollToTail() {
        // Not scrollRectToVisible: it would also scroll back to the left and needs the row's rectangle.
        if (getParent() instanceof JViewport viewport) {
            viewport.validate();
            int top = Math.max(0, getRowCount() * getRowHeight() - viewport.getExtentSize().height);
            seenTop = top;
            viewport.setViewPosition(new java.awt.Point(0, top));
            // The height of a table that has just grown is known only after the next layout.
            if (viewport.getViewPosition().y < top) {
                revalidate();
            }
        }
    }

    /** Tells scrolling by the person, which moves the view, from growth and resizing, which do not. */
    private void scrolled(JViewport viewport) {
        if (exchanging) {
            return;
        }
        Rectangle view = viewport.getViewRect();
        int tail = Math.max(0, getRowCount() * getRowHeight() - view.height);
        if (view.y == seenTop || view.y >= tail && following) {
            seenTop = view.y;
            if (following && view.y != tail) {
                SwingUtilities.invokeLater(this::scrollIfFollowing);
            }
            return;
        }
        seenTop = view.y;
        follow(view.y >= tail);
    }

    private void scrollIfFollowing() {
        if (following) {
            scrollToTail();
        }
    }

    private MouseAdapter selectUnderThePointer() {
        return new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                int row = rowAtPoint(e.getPoint());
                if (SwingUtilities.isRightMouseButton(e) && row >= 0 && !isRowSelected(row)) {
                    setRowSelectionInterval(row, row);
                }
            }
        };
    }

    /** A column's title: muted, without a box, over its column's text. */
    private static final class Heading extends DefaultTableCellRenderer {
        private final int column;

        Heading(int column) {
            this.column = column;
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int viewColumn) {
            super.getTableCellRendererComponent(table, value, false, false, row, viewColumn);
            setFont(Theme.sans(13));
            setForeground(Token.MUTED.color());
            setBackground(Token.TABLE.color());
            setHorizontalAlignment(column == LogTableModel.Column.BYTES.ordinal() ? TRAILING : LEADING);
            int left = UIScale.scale(column == 0 ? 12 : 8);
            setBorder(javax.swing.BorderFactory.createEmptyBorder(0, left, 0, UIScale.scale(8)));
            return this;
        }
    }

    /** Adds a key of the table itself. */
    void key(KeyStroke stroke, Runnable command) {
        getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(stroke, stroke.toString());
        getActionMap().put(stroke.toString(), Keys.action(command));
    }
}
