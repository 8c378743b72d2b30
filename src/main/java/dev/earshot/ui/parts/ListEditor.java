package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainButton;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * Edits a list in a table, with commands above it and a line for problems and the details of the selected entry below
 * it. Every change takes effect at once and can be undone. Confined to the EDT.
 *
 * @param <S> the state that is imported, exported and undone: the list and everything that belongs to it
 * @param <T> an entry of the list
 */
public abstract class ListEditor<S, T> extends JPanel implements JsonFiles.Listener<S> {
    protected final transient Words words;
    private final Names names;
    private final UndoableListModel<S, T> model;
    private final EditTable table;
    private final transient JsonFiles<S> files;
    private final PlainButton duplicate;
    private final PlainButton remove;
    private final PlainButton up;
    private final PlainButton down;
    private EditorNote note;

    /**
     * The names of its components and the keys of its words.
     *
     * @param components beginning of the names of its components
     * @param addButton the full name of the button that adds an entry
     * @param notes beginning of the keys of the line below the table: {@code about}, which it shows when there is
     *     nothing else to show, {@code removed}, {@code imported}, {@code exported} and {@code wrong}
     */
    public record Names(String components, String addButton, String notes) {}

    @SuppressWarnings("this-escape") // JDK 21 and later: the parts keep this editor and call it when a person acts
    protected ListEditor(
            Words words, Names names, UndoableListModel<S, T> model, EditTable table, JsonFiles.Kind<S> kind) {
        super(new BorderLayout());
        this.words = words;
        this.names = names;
        this.model = model;
        this.table = table;
        files = new JsonFiles<>(kind, this, words, this);
        duplicate =
                button("DuplicateButton", ListShortcuts.DUPLICATE.key(), () -> ListShortcuts.DUPLICATE.run(this, 0));
        remove = button("RemoveButton", ListShortcuts.REMOVE.key(), () -> ListShortcuts.REMOVE.run(this, 0));
        up = new Controls(words).tool(names.components + "UpButton", ListShortcuts.UP.key(), ListShortcuts.UP, this);
        down = new Controls(words)
                .tool(names.components + "DownButton", ListShortcuts.DOWN.key(), ListShortcuts.DOWN, this);
    }

    /** Makes a new, empty entry. */
    protected abstract T newEntry();

    /** Returns the column in which editing of a new entry starts. */
    protected abstract Enum<?> firstColumn();

    /** Names the entry of this row in a sentence. */
    protected abstract String describe(int row);

    /** Shows the details of the selected entry, or that none is selected. */
    protected abstract void showDetails(Optional<T> selected);

    /** Updates everything else that depends on the list. */
    protected abstract void listChanged();

    /** Ends editing before the window is hidden; returns false if it has to stay open. */
    protected boolean leave() {
        return table.stopEditing();
    }

    /** Whether an empty list gets a first entry when the window opens. */
    protected boolean startsWithEntry() {
        return true;
    }

    /** Returns what gets the keyboard when the window opens. */
    protected JComponent first() {
        return table;
    }

    /** Gives the keyboard to the first component, and adds a first entry if there is none. */
    public final void begin() {
        first().requestFocusInWindow();
        if (model.getRowCount() == 0 && startsWithEntry()) {
            add();
        }
    }

    /**
     * Lays out everything and selects the first entry. Called once, at the end of the constructor.
     *
     * @param tools made by {@link #makeTools}
     * @param more components behind the note
     * @param south the details, and the components below them
     */
    protected final void layOut(JPanel tools, List<? extends JComponent> more, JComponent... south) {
        note = new EditorNote(
                names.components + "Note",
                button("UndoButton", "ui.list.undo", this::undo),
                more,
                this::firstProblem,
                words.of(names.notes + "about"));
        JPanel below = new JPanel(new MigLayout("insets 0, gap 0, hidemode 3, flowy, fillx", "[grow, fill]"));
        below.add(note);
        List.of(south).forEach(below::add);
        add(tools, BorderLayout.NORTH);
        add(Controls.scroll(table));
        add(below, BorderLayout.SOUTH);
        ListShortcuts.IN_LIST.bind(table, JComponent.WHEN_FOCUSED, this);
        RowMenu.<ListEditor<?, ?>>attach(table, ListShortcuts.IN_LIST.commands(), words, this);
        model.whenChanged(this::changed);
        table.getSelectionModel().addListSelectionListener(e -> selected());
        select(0);
        selected();
    }

    /** Makes the row of buttons with the commands that all lists have. */
    protected final JPanel makeTools() {
        JPanel tools = new JPanel(new MigLayout("insets 6 12 6 12, gap 6", "", "[28!]"));
        tools.setBorder(Hairline.bottom());
        tools.add(command(names.addButton, "ui.list.add", this::add), "h 28!");
        tools.add(duplicate, "h 28!");
        tools.add(remove, "h 28!");
        tools.add(up, "w 24!, h 24!, gapleft 12");
        tools.add(down, "w 24!, h 24!");
        return tools;
    }

    /** Adds the buttons that import and export. */
    protected final void addFiles(JPanel tools, String constraint) {
        tools.add(button("ImportButton", "ui.list.import", files::read), constraint);
        tools.add(button("ExportButton", "ui.list.export", () -> files.write(model.state())), "h 28!");
    }

    /** Makes a button whose name begins with the names of this editor. */
    protected final PlainButton button(String name, String key, Runnable run) {
        return command(names.components + name, key, run);
    }

    private PlainButton command(String name, String key, Runnable run) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.putClientProperty(FlatClientProperties.MINIMUM_WIDTH, 0);
        button.addActionListener(e -> run.run());
        return button;
    }

    /** Returns the selected row, or -1. */
    protected final int selectedRow() {
        return table.getSelectedRow();
    }

    boolean hasSelection() {
        return selectedRow() >= 0 && selectedRow() < model.getRowCount();
    }

    /** Whether the selected entry can be moved by this many rows. */
    boolean canMove(int step) {
        int to = selectedRow() + step;
        return hasSelection() && to >= 0 && to < model.getRowCount();
    }

    /** Selects a row, if there is one of this number. */
    protected final void select(int row) {
        if (row >= 0 && row < model.getRowCount()) {
            table.changeSelection(row, Math.max(0, table.getSelectedColumn()), false, false);
        }
    }

    void add() {
        if (table.stopEditing()) {
            int at = selectedRow() < 0 ? model.getRowCount() : selectedRow() + 1;
            model.add(at, newEntry());
            table.edit(at, firstColumn());
        }
    }

    void duplicate() {
        if (table.stopEditing()) {
            int at = selectedRow() + 1;
            model.add(at, model.get(selectedRow()));
            select(at);
        }
    }

    void remove() {
        int row = selectedRow();
        table.removeEditor();
        String name = describe(row);
        model.remove(row);
        select(Math.min(row, model.getRowCount() - 1));
        showDone(words.of(names.notes + "removed", name));
    }

    void move(int step) {
        if (table.stopEditing()) {
            select(model.move(selectedRow(), step));
        }
    }

    void undo() {
        int row = selectedRow();
        table.removeEditor();
        model.undo();
        select(Math.max(0, Math.min(row, model.getRowCount() - 1)));
        showDone("");
    }

    /** Replaces everything and shows what was done. Does nothing while a cell has a wrong text. */
    protected final void replace(S state, String what) {
        if (table.stopEditing()) {
            model.replace(state);
            select(0);
            showDone(what);
        }
    }

    @Override
    public final void imported(S read, String file) {
        replace(read, words.of(names.notes + "imported", model.list(read).size(), file));
    }

    @Override
    public final void exported(S written, String file) {
        showDone(words.of(names.notes + "exported", model.list(written).size(), file));
    }

    @Override
    public final void failed(Problem problem) {
        showInputProblem(words.of(problem));
    }

    /**
     * Replaces the selected entry after a change of its details.
     *
     * @param what was edited; one undo takes back all its consecutive changes
     */
    protected final void detailsEdited(T entry, Object what) {
        if (hasSelection() && table.stopEditing()) {
            model.put(selectedRow(), entry, what + " " + selectedRow());
        }
    }

    private void changed() {
        listChanged();
        showDone("");
        selected();
    }

    private void selected() {
        showInputProblem("");
        showDetails(hasSelection() ? Optional.of(model.get(selectedRow())) : Optional.empty());
        duplicate.setEnabled(ListShortcuts.DUPLICATE.isEnabled(this));
        remove.setEnabled(ListShortcuts.REMOVE.isEnabled(this));
        up.setEnabled(ListShortcuts.UP.isEnabled(this));
        down.setEnabled(ListShortcuts.DOWN.isEnabled(this));
    }

    /** Shows the problem with a typed text; an empty one removes it. */
    protected final void showInputProblem(String why) {
        note.canUndo(model.canUndo());
        note.showTypedWrong(why);
    }

    /** Shows what was done and can be undone. */
    protected final void showDone(String what) {
        note.canUndo(model.canUndo());
        note.showDone(what);
    }

    private String firstProblem() {
        UndoableListModel.EntryProblem wrong = model.firstProblem(selectedRow());
        return wrong == null
                ? ""
                : words.of(names.notes + "wrong", describe(wrong.row()), wrong.column(), words.of(wrong.problem()));
    }
}
