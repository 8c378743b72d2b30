package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.RowMenu;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainTable;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumn;

/**
 * The parts of a message with their values, groups indented. The part that a person has chosen stays chosen in the next
 * message, as long as that has one of its name. Confined to the EDT.
 */
final class FieldTable extends PlainTable {
    private static final int MEASURED_ROWS = 300;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]");

    private final FieldRows rows;
    private final transient Words words;
    private final transient Consumer<String> say;
    private final transient Consumer<FieldNode> chosen;
    private String path = ""; // of the part that a person has chosen
    private transient Consumer<String> plotter; // null where the parts are no fields that a plot can read
    private boolean changing;
    private int textSize = 12;

    /**
     * @param label names the table for assistive tools
     * @param chosen takes the chosen part, or null
     * @param say takes messages for the status line
     */
    FieldTable(String name, String label, Words words, Consumer<FieldNode> chosen, Consumer<String> say) {
        super(new FieldRows());
        rows = (FieldRows) getModel();
        this.words = words;
        this.chosen = chosen;
        this.say = say;
        setName(name);
        getAccessibleContext().setAccessibleName(label);
        setTableHeader(null);
        setBackground(new TokenColor(Token.TABLE));
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        leaveByTab();
        setDefaultRenderer(Object.class, new FieldCell(rows));
        getSelectionModel().addListSelectionListener(e -> selected());
        FieldShortcuts.IN_FIELDS.bind(this, WHEN_FOCUSED, this);
        RowMenu.attach(
                this,
                List.of(
                        FieldShortcuts.COPY,
                        FieldShortcuts.COPY_ALL,
                        FieldShortcuts.PLOT,
                        FieldShortcuts.OPEN_ALL,
                        FieldShortcuts.CLOSE_ALL),
                words,
                this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                pressed(e);
            }
        });
        setTextSize(textSize);
    }

    /** Shows the parts of a message. */
    void show(List<FieldNode> parts) {
        change(() -> rows.show(parts), path);
        fitNames();
    }

    /** Sets the size of the text in points. */
    void setTextSize(int points) {
        textSize = points;
        setFont(Theme.mono(points));
        setRowHeight(Math.max(UIScale.scale(18), getFontMetrics(getFont()).getHeight() + UIScale.scale(2)));
        fitNames();
    }

    /** Gives the names the room that they need, but no more than half where the values need the rest. */
    private void fitNames() {
        FontMetrics metrics = getFontMetrics(getFont());
        int widest = 0;
        int values = 0;
        for (int row = 0; row < Math.min(MEASURED_ROWS, rows.getRowCount()); row++) {
            FieldRows.Item item = rows.item(row);
            widest = Math.max(
                    widest,
                    FieldCell.indent(item.depth())
                            + metrics.stringWidth(item.node().name()));
            values = Math.max(values, metrics.stringWidth(item.node().value()));
        }
        int edges = UIScale.scale(24);
        int wanted = widest + edges;
        int most = Math.max(getWidth() / 2, getWidth() - values - edges);
        int width = getWidth() == 0 ? wanted : Math.min(wanted, most);
        TableColumn names = getColumnModel().getColumn(0);
        names.setMinWidth(width);
        names.setMaxWidth(width);
        names.setPreferredWidth(width);
    }

    @Override
    public void doLayout() {
        fitNames();
        super.doLayout();
    }

    /** Changes the rows, and selects the row of a path after that. */
    private void change(Runnable command, String kept) {
        changing = true;
        command.run();
        changing = false;
        select(rows.find(kept));
        if (getSelectedRow() < 0) {
            chosen.accept(null);
        }
    }

    private void select(int row) {
        if (row >= 0) {
            changing = true;
            setRowSelectionInterval(row, row);
            changing = false;
            scrollRectToVisible(getCellRect(row, 0, true));
            chosen.accept(rows.item(row).node());
        }
    }

    private void selected() {
        int row = getSelectedRow();
        if (!changing && row >= 0) {
            path = rows.item(row).path();
            chosen.accept(rows.item(row).node());
        }
    }

    /** Selects the smallest part that has all these bytes; returns whether there is one. */
    boolean choose(int from, int to) {
        changing = true;
        int row = rows.reveal(from, to);
        changing = false;
        if (row < 0) {
            clearSelection();
            return false;
        }
        path = rows.item(row).path();
        select(row);
        return true;
    }

    private void pressed(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        if (row < 0 || !SwingUtilities.isLeftMouseButton(e)) {
            return;
        }
        boolean onArrow = e.getX() < FieldCell.indent(rows.item(row).depth());
        if (onArrow && e.getClickCount() == 1 || !onArrow && e.getClickCount() == 2) {
            toggle(row, !rows.isOpen(row));
        }
    }

    private void toggle(int row, boolean wanted) {
        change(() -> rows.open(row, wanted), rows.item(row).path());
    }

    /** Opens the selected group; if it is open, goes to its first part. */
    void open() {
        int row = getSelectedRow();
        if (row >= 0 && rows.isOpen(row)) {
            go(row + 1);
        } else if (row >= 0) {
            toggle(row, true);
        }
    }

    /** Closes the selected group; if it is closed, goes to the group around it. */
    void close() {
        int row = getSelectedRow();
        if (row >= 0 && rows.isOpen(row)) {
            toggle(row, false);
        } else if (row >= 0 && rows.groupOf(row) >= 0) {
            go(rows.groupOf(row));
        }
    }

    private void go(int row) {
        changeSelection(row, 0, false, false);
    }

    void openAll(boolean wanted) {
        change(() -> rows.openAll(wanted), path);
    }

    /** Sets what plots the field of a name. */
    void onPlot(Consumer<String> taker) {
        plotter = taker;
    }

    /** Whether the selected part is a number that can be plotted. */
    boolean canPlot() {
        return plotter != null
                && hasSelection()
                && NUMBER.matcher(rows.item(getSelectedRow()).node().value()).lookingAt();
    }

    /** Asks how the numbers of the selected part are plotted. */
    void plot() {
        plotter.accept(rows.fieldName(getSelectedRow()));
    }

    boolean hasSelection() {
        return getSelectedRow() >= 0;
    }

    /** Copies the value of the selected part. */
    void copyValue() {
        copy(rows.item(getSelectedRow()).node().value());
    }

    void copyWithName() {
        FieldNode node = rows.item(getSelectedRow()).node();
        copy(node.name() + " = " + node.value());
    }

    private void copy(String text) {
        ClipboardText.put(text).ifPresent(why -> say.accept(words.of("ui.copy.failed", why)));
    }

    /** Returns the whole value of a row. */
    @Override
    public String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        String value = row < 0 ? "" : rows.item(row).node().value();
        return value.isEmpty() ? null : value;
    }

    /** Takes the height that it is given: a scroll pane shows the rest. */
    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }
}
