package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.Match;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Keys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.table.AbstractTableModel;

/**
 * The quick sends as a table that can be edited, in which every change holds at once and can be undone; and what is wrong
 * with them, cell by cell. Confined to the EDT.
 */
final class QuickModel extends AbstractTableModel {
    private static final int MOST_UNDONE = 100;

    /** What stands where. */
    enum Column {
        STEP,
        KEY,
        NAME,
        MESSAGE,
        FORM,
        DELAY,
        WAIT,
        REPLY,
        TIMEOUT
    }

    private final transient Words words;
    private final transient Consumer<QuickSends> changed;
    private final transient Deque<QuickSends> before = new ArrayDeque<>();
    private transient QuickSends all;
    private transient Object lastEdit;

    /** @param changed takes the quick sends whenever they are others */
    QuickModel(Words words, QuickSends all, Consumer<QuickSends> changed) {
        this.words = words;
        this.all = all;
        this.changed = changed;
    }

    QuickSends all() {
        return all;
    }

    QuickSend quick(int row) {
        return all.list().get(row);
    }

    /** Takes over what was changed elsewhere. */
    void refresh(QuickSends now) {
        if (!now.equals(all)) {
            all = now;
            lastEdit = null;
            fireTableDataChanged();
        }
    }

    /** What is wrong with one, in the order of its columns; nothing with one that is not filled in yet. */
    static Map<Column, Problem> problemsOf(QuickSend quick) {
        Map<Column, Problem> found = new EnumMap<>(Column.class);
        Draft draft = quick.draft();
        if (!draft.empty()) {
            check(found, Column.MESSAGE, () -> draft.bytes(draft.fixed().orElse(Encoding.UTF_8)));
        } else if (quick.played() && !quick.name().isBlank()) {
            found.put(Column.MESSAGE, new Problem("ui.send.nothing", -1));
        }
        quick.reply().ifPresent(match -> check(found, Column.REPLY, match::check));
        return found;
    }

    private interface Check {
        void run() throws Problem;
    }

    private static void check(Map<Column, Problem> found, Column column, Check check) {
        try {
            check.run();
        } catch (Problem problem) {
            found.put(column, problem);
        }
    }

    void rounds(int rounds) {
        if (rounds != all.rounds()) {
            become(new QuickSends(all.list(), rounds), "rounds");
        }
    }

    /** @param edit what is being edited; one undo takes back all that was changed under it in a row; may be null */
    void put(int row, QuickSend quick, Object edit) {
        if (!quick.equals(quick(row))) {
            List<QuickSend> now = new ArrayList<>(all.list());
            now.set(row, quick);
            become(now, edit);
            fireTableRowsUpdated(row, row);
        }
    }

    void add(int row, QuickSend quick) {
        List<QuickSend> now = new ArrayList<>(all.list());
        now.add(row, quick);
        become(now, null);
        fireTableDataChanged(); // all keys below are others
    }

    void remove(int row) {
        List<QuickSend> now = new ArrayList<>(all.list());
        now.remove(row);
        become(now, null);
        fireTableDataChanged();
    }

    /** Moves one up or down by one, if it can be; says where it is then. */
    int move(int row, int step) {
        int to = row + step;
        if (to < 0 || to >= getRowCount()) {
            return row;
        }
        List<QuickSend> now = new ArrayList<>(all.list());
        Collections.swap(now, row, to);
        become(now, null);
        fireTableRowsUpdated(Math.min(row, to), Math.max(row, to));
        return to;
    }

    void replace(QuickSends others) {
        become(others, null);
        fireTableDataChanged();
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /** Goes back to what was before the latest change. */
    void undo() {
        if (canUndo()) {
            all = before.pop();
            lastEdit = null;
            changed.accept(all);
            fireTableDataChanged();
        }
    }

    private void become(List<QuickSend> list, Object edit) {
        become(new QuickSends(list, all.rounds()), edit);
    }

    private void become(QuickSends now, Object edit) {
        if (edit == null || !edit.equals(lastEdit)) {
            before.push(all);
            if (before.size() > MOST_UNDONE) {
                before.removeLast();
            }
        }
        lastEdit = edit;
        all = now;
        changed.accept(all);
    }

    @Override
    public int getRowCount() {
        return all.list().size();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return words.of("ui.quick.column." + Column.values()[column].name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Column.values()[column] == Column.STEP ? Boolean.class : Object.class;
    }

    /** A message of several lines is edited below the table. */
    @Override
    public boolean isCellEditable(int row, int column) {
        return switch (Column.values()[column]) {
            case KEY -> false;
            case MESSAGE -> !quick(row).draft().text().contains("\n");
            case REPLY ->
                quick(row).reply().map(m -> m.kind() != Match.Kind.ANY).orElse(false);
            case TIMEOUT -> quick(row).reply().isPresent();
            default -> true;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        QuickSend quick = quick(row);
        return switch (Column.values()[column]) {
            case STEP -> quick.played();
            case KEY -> SendTools.key(row) == null ? "" : Keys.name(SendTools.key(row));
            case NAME -> quick.name();
            case MESSAGE -> quick.draft().text();
            case FORM -> quick.draft().form();
            case DELAY -> quick.delayMillis();
            case WAIT -> quick.reply().map(Match::kind);
            case REPLY -> quick.reply().map(Match::pattern).orElse("");
            case TIMEOUT -> quick.timeoutMillis();
        };
    }

    @Override
    @SuppressWarnings("unchecked") // the editors make what getValueAt returns
    public void setValueAt(Object value, int row, int column) {
        if (row >= getRowCount()) {
            return; // an editor that ends after its line was taken away
        }
        QuickSend quick = quick(row);
        put(
                row,
                switch (Column.values()[column]) {
                    case STEP -> QuickEdit.played(quick, (Boolean) value);
                    case KEY -> quick;
                    case NAME -> QuickEdit.name(quick, (String) value);
                    case MESSAGE -> QuickEdit.text(quick, (String) value);
                    case FORM -> QuickEdit.form(quick, (TextForm) value);
                    case DELAY -> QuickEdit.delay(quick, (Integer) value);
                    case WAIT -> QuickEdit.wait(quick, (Optional<Match.Kind>) value);
                    case REPLY -> QuickEdit.reply(quick, (String) value);
                    case TIMEOUT -> QuickEdit.timeout(quick, (Integer) value);
                },
                null);
    }
}
