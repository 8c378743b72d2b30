package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTable;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import javax.swing.event.TableModelEvent;

/** The table of the log: paints its rows and owns their selection and the view of them. */
public final class LogTable extends PlainTable {
    private final RowPainter painter = new RowPainter();
    private final transient LogView view;
    private final transient LogSelection selection;
    private final transient LogColumns columns;
    private int textSize = WindowKeys.FONT_SIZE.fallback();
    private boolean compact;
    private transient Supplier<JPopupMenu> menu; // null: made, or none

    /** @param followChanged takes each change of {@link LogView#following} */
    LogTable(LogTableModel model, Words words, Consumer<Boolean> followChanged) {
        super(model);
        selection = new LogSelection(model);
        setSelectionModel(selection);
        view = new LogView(this, model, followChanged);
        new LogKeys(this, view, selection, model.rows()).bind();
        setName("messageLog");
        getAccessibleContext().setAccessibleName(words.of("ui.log.name"));
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setResizingAllowed(false);
        setDefaultRenderer(Object.class, painter); // for assistive tools: see paintComponent
        setFillsViewportHeight(true);
        leaveByTab();
        columns = new LogColumns(this);
    }

    LogView view() {
        return view;
    }

    LogSelection selection() {
        return selection;
    }

    @Override
    public LogTableModel getModel() {
        return (LogTableModel) super.getModel();
    }

    /** Selects as a table does, but the anchor of the selection may be far outside the window. */
    @Override
    public void changeSelection(int viewRow, int column, boolean toggle, boolean extend) {
        long place = getModel().place(viewRow);
        if (extend && toggle) {
            selection.extendWithin(place);
        } else if (extend) {
            selection.extend(place);
        } else if (!toggle) {
            selection.select(place, place);
        } else if (selection.contains(place)) {
            selection.remove(place, place);
        } else {
            selection.add(place, place);
        }
        if (getAutoscrolls()) {
            view.scrollTo(place);
        }
    }

    @Override
    public void selectAll() {
        ShownRows rows = getModel().rows();
        if (rows.count() > 0) {
            selection.select(rows.end() - 1, rows.least());
        }
    }

    @Override
    public void tableChanged(TableModelEvent event) {
        super.tableChanged(event);
        if (view != null) { // it tells of its first model while it is made
            selection.drop(getModel().rows().least());
            view.changed(event);
        }
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        if (row < 0) {
            return null;
        }
        int column = convertColumnIndexToModel(columnAtPoint(event.getPoint()));
        return getModel().column(column).tip(getModel(), row);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        fitRows();
    }

    @Override
    public void doLayout() {
        columns.fit(getWidth());
        super.doLayout();
    }

    /** Takes over the size of text, the height of rows and the columns. */
    void viewChanged(Settings settings) {
        long top = view.firstPlace();
        boolean following = view.following();
        textSize = settings.get(WindowKeys.FONT_SIZE);
        compact = settings.get(WindowKeys.COMPACT_ROWS);
        painter.setTextSize(textSize);
        columns.show(settings, textSize);
        fitRows();
        if (following) {
            view.follow(true);
        } else {
            view.showAt(top, 0);
        }
    }

    private void fitRows() {
        // Before the constructor it is 0: a table sets up its appearance while it is made.
        int size = textSize == 0 ? WindowKeys.FONT_SIZE.fallback() : textSize;
        setRowHeight(UIScale.scale(size * 3 / 2 + (compact ? 0 : 4)));
    }

    int textSize() {
        return textSize;
    }

    /** Shows columns of fields before the messages. */
    void showFields(List<FieldColumn> fields) {
        getModel().showFields(fields);
        columns.showFields(getModel().fields());
    }

    LogColumns columns() {
        return columns;
    }

    /** Paints cell by cell without adding a renderer component, which would take half of the time. */
    @Override
    protected void paintComponent(Graphics g) {
        Rectangle clip = g.getClipBounds();
        g.setColor(Token.TABLE.color());
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        int first = clip.y / getRowHeight();
        int behind = Math.min(getRowCount(), (clip.y + clip.height - 1) / getRowHeight() + 1);
        int x = 0;
        for (int column = 0; column < getColumnCount(); column++) {
            int width = getColumnModel().getColumn(column).getWidth();
            if (x < clip.x + clip.width && x + width > clip.x) {
                painter.setSize(width, getRowHeight());
                for (int row = first; row < behind; row++) {
                    paint(g, row, column, x);
                }
            }
            x += width;
        }
    }

    private void paint(Graphics g, int row, int column, int x) {
        Graphics cell = g.create(x, row * getRowHeight(), painter.getWidth(), painter.getHeight());
        painter.show(this, row, column, isRowSelected(row));
        painter.paintComponent(cell);
        cell.dispose();
    }

    /** Rounds down to whole rows, so that following the tail never shows half of one. */
    int wholeRows(int height) {
        int header = getTableHeader().getPreferredSize().height;
        return header + Math.max(0, height - header) / getRowHeight() * getRowHeight();
    }

    /** Sets the menu of the rows, which is made when it is first asked for, because it takes a while. */
    void menu(Supplier<JPopupMenu> made) {
        menu = made;
    }

    @Override
    public JPopupMenu getComponentPopupMenu() {
        if (menu != null) {
            setComponentPopupMenu(menu.get());
            menu = null;
        }
        return super.getComponentPopupMenu();
    }
}
