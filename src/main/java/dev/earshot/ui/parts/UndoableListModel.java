package dev.earshot.ui.parts;

import dev.earshot.codec.Problem;
import dev.earshot.session.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;

/**
 * The table model of a list that is edited: every change holds at once and can be undone. Confined to the EDT.
 *
 * @param <S> what is stored and undone: the list, and what else belongs to it
 * @param <T> an entry of the list
 */
public abstract class UndoableListModel<S, T> extends AbstractTableModel {
    private static final int MOST_UNDONE = 100;

    private final String titles;
    private final transient Words words;
    private final transient Enum<?>[] columns;
    private final transient Deque<S> before = new ArrayDeque<>();
    private transient List<T> list;
    private transient Object lastEdit;
    private transient Runnable changed = () -> {};

    /**
     * One of this list, with nothing to undo.
     *
     * @param titles how the keys of the columns' titles begin; the name of the column follows, in small letters
     */
    protected UndoableListModel(String titles, Words words, Enum<?>[] columns, List<T> list) {
        this.titles = titles;
        this.words = words;
        this.columns = columns;
        this.list = List.copyOf(list);
    }

    /** The list within such a state. */
    protected abstract List<T> list(S state);

    /** The present state, but with this list. */
    protected abstract S stateWith(List<T> other);

    /** Stores and publishes a state, whose list is already the present one. */
    protected abstract void publish(S state);

    /** The entry with another value in this column. */
    protected abstract T edited(T entry, int column, Object value);

    /** Returns what is wrong with an entry by column, in the order of the columns. */
    public abstract Map<? extends Enum<?>, Problem> problems(int row);

    /** What is wrong with the entry of a row, and the title of the column in which it is. */
    record Wrong(int row, String column, Problem problem) {}

    /** The first problem of this row, if it is one, else of all rows; null if nothing is wrong. */
    final Wrong firstWrong(int selected) {
        Wrong found = selected >= 0 && selected < list.size() ? wrong(selected) : null;
        for (int row = 0; found == null && row < list.size(); row++) {
            found = wrong(row);
        }
        return found;
    }

    private Wrong wrong(int row) {
        return problems(row).entrySet().stream()
                .findFirst()
                .map(one -> new Wrong(row, getColumnName(one.getKey().ordinal()), one.getValue()))
                .orElse(null);
    }

    /** The list as it is now. */
    public final List<T> list() {
        return list;
    }

    /** The present state. */
    public final S state() {
        return stateWith(list);
    }

    /** The entry of this row. */
    public final T get(int row) {
        return list.get(row);
    }

    /** Sets what is run after each change that can be undone, and after each undo. */
    final void whenChanged(Runnable listener) {
        changed = listener;
    }

    /** Replaces the entry of this row; undone by itself. */
    public final void put(int row, T entry) {
        put(row, entry, null);
    }

    /**
     * Replaces the entry of this row.
     *
     * @param edit what is being edited; one undo takes back all changes in a row with the same; null: only this one
     */
    final void put(int row, T entry, Object edit) {
        if (!entry.equals(list.get(row))) {
            List<T> now = new ArrayList<>(list);
            now.set(row, entry);
            become(stateWith(now), edit, () -> fireTableRowsUpdated(row, row));
        }
    }

    /** Inserts an entry before this row. */
    public final void add(int row, T entry) {
        List<T> now = new ArrayList<>(list);
        now.add(row, entry);
        become(stateWith(now), null, () -> fireTableRowsInserted(row, row));
    }

    final void remove(int row) {
        List<T> now = new ArrayList<>(list);
        now.remove(row);
        become(stateWith(now), null, () -> fireTableRowsDeleted(row, row));
    }

    /** Moves an entry up or down by one, if there is room; returns its row then. */
    final int move(int row, int step) {
        int to = row + step;
        if (to < 0 || to >= list.size()) {
            return row;
        }
        List<T> now = new ArrayList<>(list);
        Collections.swap(now, row, to);
        become(stateWith(now), null, () -> fireTableRowsUpdated(Math.min(row, to), Math.max(row, to)));
        return to;
    }

    /** Replaces everything. */
    public final void replace(S other) {
        become(other, null, this::fireTableDataChanged);
    }

    /** Changes what belongs to the list, but not the list. */
    protected final void replaceAround(S other, Object edit) {
        become(other, edit, () -> {});
    }

    /** Shows a list that was changed elsewhere; publishes nothing. */
    protected final void show(List<T> other) {
        list = List.copyOf(other);
        lastEdit = null;
        fireTableDataChanged();
    }

    final boolean canUndo() {
        return !before.isEmpty();
    }

    /** Goes back to the state before the latest change. */
    final void undo() {
        if (canUndo()) {
            lastEdit = null;
            take(before.pop(), this::fireTableDataChanged);
        }
    }

    private void become(S now, Object edit, Runnable fire) {
        if (edit == null || !edit.equals(lastEdit)) {
            before.push(state());
            if (before.size() > MOST_UNDONE) {
                before.removeLast();
            }
        }
        lastEdit = edit;
        take(now, fire);
    }

    private void take(S now, Runnable fire) {
        list = List.copyOf(list(now));
        publish(now);
        fire.run();
        changed.run();
    }

    @Override
    public final int getRowCount() {
        return list.size();
    }

    @Override
    public final int getColumnCount() {
        return columns.length;
    }

    @Override
    public final String getColumnName(int column) {
        return words.of(titles + columns[column].name().toLowerCase(Locale.ROOT));
    }

    /** Ignores an editor that ends after its row was taken away. */
    @Override
    public final void setValueAt(Object value, int row, int column) {
        if (row < list.size()) {
            put(row, edited(list.get(row), column, value));
        }
    }
}
