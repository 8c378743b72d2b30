package dev.earshot.ui.parts;

import dev.earshot.codec.Problem;
import dev.earshot.session.words.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;

/**
 * The table model of an edited list, in which every change takes effect at once and can be undone. Confined to the EDT.
 *
 * @param <S> the state that is stored and undone: the list and everything that belongs to it
 * @param <T> an entry of the list
 */
public abstract class UndoableListModel<S, T> extends AbstractTableModel {
    private static final int MOST_UNDONE = 100;

    private final String titles;
    private final transient Words words;
    private final transient Enum<?>[] columns;
    private final transient Deque<S> undoStates = new ArrayDeque<>();
    private transient List<T> list;
    private transient Object lastEdit;
    private transient Runnable changed = () -> {};

    /**
     * Makes a model of this list, with nothing to undo.
     *
     * @param titles beginning of the keys of the titles; the name of the column in lower case follows
     */
    protected UndoableListModel(String titles, Words words, Enum<?>[] columns, List<T> list) {
        this.titles = titles;
        this.words = words;
        this.columns = columns;
        this.list = List.copyOf(list);
    }

    /** Returns the list in a state. */
    protected abstract List<T> list(S state);

    /** Returns the present state with another list. */
    protected abstract S stateWith(List<T> other);

    /** Stores and publishes a state whose list is the present one already. */
    protected abstract void publish(S state);

    /** Returns an entry with another value in this column. */
    protected abstract T withValue(T entry, int column, Object value);

    /** Returns the problems of an entry by column, in the order of the columns. */
    public abstract Map<? extends Enum<?>, Problem> problems(int row);

    /** A problem of an entry with its row and the title of its column. */
    record EntryProblem(int row, String column, Problem problem) {}

    /** Returns the first problem of the selected row, else of all rows; null if there is none. */
    final EntryProblem firstProblem(int selected) {
        EntryProblem found = selected >= 0 && selected < list.size() ? problemOf(selected) : null;
        for (int row = 0; found == null && row < list.size(); row++) {
            found = problemOf(row);
        }
        return found;
    }

    private EntryProblem problemOf(int row) {
        return problems(row).entrySet().stream()
                .findFirst()
                .map(one -> new EntryProblem(row, getColumnName(one.getKey().ordinal()), one.getValue()))
                .orElse(null);
    }

    /** Returns the present list. */
    public final List<T> list() {
        return list;
    }

    /** Returns the present state. */
    public final S state() {
        return stateWith(list);
    }

    /** Returns the entry of a row. */
    public final T get(int row) {
        return list.get(row);
    }

    /** Sets an action that is run after each change that can be undone, and after each undo. */
    final void whenChanged(Runnable listener) {
        changed = listener;
    }

    /** Replaces the entry of a row. One undo takes back only this. */
    public final void put(int row, T entry) {
        put(row, entry, null);
    }

    /**
     * Replaces the entry of a row.
     *
     * @param edit identifies the edited thing; one undo takes back all consecutive changes of it. Null: only this one
     */
    final void put(int row, T entry, Object edit) {
        if (!entry.equals(list.get(row))) {
            List<T> next = new ArrayList<>(list);
            next.set(row, entry);
            change(stateWith(next), edit, () -> fireTableRowsUpdated(row, row));
        }
    }

    /** Inserts an entry before this row. */
    public final void add(int row, T entry) {
        List<T> next = new ArrayList<>(list);
        next.add(row, entry);
        change(stateWith(next), null, () -> fireTableRowsInserted(row, row));
    }

    final void remove(int row) {
        List<T> next = new ArrayList<>(list);
        next.remove(row);
        change(stateWith(next), null, () -> fireTableRowsDeleted(row, row));
    }

    /** Moves an entry by one row, if there is room; returns its new row. */
    final int move(int row, int step) {
        int to = row + step;
        if (to < 0 || to >= list.size()) {
            return row;
        }
        List<T> next = new ArrayList<>(list);
        Collections.swap(next, row, to);
        change(stateWith(next), null, () -> fireTableRowsUpdated(Math.min(row, to), Math.max(row, to)));
        return to;
    }

    /** Replaces everything. */
    public final void replace(S other) {
        change(other, null, this::fireTableDataChanged);
    }

    /** Replaces the state except for the list. */
    protected final void replaceAround(S other, Object edit) {
        change(other, edit, () -> {});
    }

    /** Shows a list that was changed elsewhere; publishes nothing. */
    protected final void show(List<T> other) {
        list = List.copyOf(other);
        lastEdit = null;
        fireTableDataChanged();
    }

    final boolean canUndo() {
        return !undoStates.isEmpty();
    }

    /** Goes back to the state before the latest change. */
    final void undo() {
        if (canUndo()) {
            lastEdit = null;
            apply(undoStates.pop(), this::fireTableDataChanged);
        }
    }

    private void change(S next, Object edit, Runnable fire) {
        if (edit == null || !edit.equals(lastEdit)) {
            undoStates.push(state());
            if (undoStates.size() > MOST_UNDONE) {
                undoStates.removeLast();
            }
        }
        lastEdit = edit;
        apply(next, fire);
    }

    private void apply(S next, Runnable fire) {
        list = List.copyOf(list(next));
        publish(next);
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
            put(row, withValue(list.get(row), column, value));
        }
    }
}
