package dev.earshot.ui.log;

import dev.earshot.journal.TaskProgress;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.RowFormat;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.detail.DetailPane;
import dev.earshot.ui.log.detail.DetailPart;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.ViewPart;
import java.awt.BorderLayout;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Shows the log, and the selected row in full below it. */
public final class LogArea extends JPanel implements ViewPart {

    /** Takes the commands of the person who uses the log. */
    public interface Listener {
        void followed(boolean following);

        /** Cancels a running task; returns false if there was none. */
        boolean cancelTask();

        /** Empties the search field; returns false if it was empty. */
        boolean emptyFilter();

        /** Shows a short message about the outcome of a command. */
        void say(String text);
    }

    private final transient Session session;
    private final transient Words words;
    private final transient Listener listener;
    private final LogTableModel model;
    private final LogTable table;
    private final transient LogView view;
    private final transient LogSelection selection;
    private final EmptyState empty;
    private final GrowingLine growing;
    private final LogPane logPane;
    private final DetailPlace detail;
    private final transient LogCopy copy;
    private final transient RowChoice choice;
    private final transient RowExports exports;
    private final transient LogFields fields;
    private final transient LogFileControl logFile;
    private final transient LogNotesView notes;
    private final transient ScrollRestorer places;
    private final transient DetailSplit split;
    private transient CurrentRow currentRow; // made last, of the others
    private final NewRowsButton newRows;
    private final EmptyRows emptyRows;

    public LogArea(Session session, Settings settings, Words words, Listener listener) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.listener = listener;
        model = new LogTableModel(session, words);
        table = new LogTable(model, words, listener::followed);
        view = table.view();
        selection = table.selection();
        empty = new EmptyState(words, listener::say);
        growing = new GrowingLine(session, words, table);
        newRows = new NewRowsButton(table, words);
        emptyRows = new EmptyRows(new Controls(words), this::focus);
        logPane = new LogPane(table, growing, empty, newRows, emptyRows);
        detail = new DetailPlace(() -> new DetailPane(session, settings, words, listener::say));
        split = new DetailSplit(settings, table, logPane, detail, () -> currentRow.keepInView());
        copy = new LogCopy(session, words, listener::say);
        choice = new RowChoice(session, words, model.rows(), selection);
        fields = new LogFields(session, settings, table, words, this::selectedRow);
        logFile = new LogFileControl(session, settings, words, fields::all);
        exports = new RowExports(session, words, choice, fields::all, listener::say);
        notes = new LogNotesView(session, table, words, listener::say);
        places = new ScrollRestorer(view, selection, model, () -> currentRow.changed());
        add(split.component());
        view.bar().addAdjustmentListener(e -> newRows.refresh());
        currentRow = new CurrentRow(model, view, selection, places, detail, split);
        selection.addListSelectionListener(e -> currentRow.changed());
        LogShortcuts.IN_LOG.bind(table, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this);
    }

    public void refresh() {
        places.beforeRefresh();
        boolean otherwise = model.refresh();
        places.afterRefresh();
        if (otherwise) {
            detail.reload();
        }
        growing.refresh();
        newRows.refresh();
        emptyRows.refresh();
    }

    /** @param step 1 for the next hit, -1 for the one before */
    public void find(int step) {
        new Finder(session, view, selection, model.rows(), words, listener::say).find(step);
    }

    /** Asks, in a form below this component, for a row to go to. */
    public void openGoTo(JComponent above) {
        GoTo goTo = new GoTo(session, view, selection, model.rows(), words);
        new GoToForm(words, goTo, this::focus, listener::say).open(above);
    }

    /** Returns the number of the row that was selected last, or {@link ShownRows#NONE}. */
    public long selectedRow() {
        return currentRow.number();
    }

    /** Selects a row, or says that it is hidden; returns whether it is shown. */
    public boolean showRow(long number) {
        notes.show(number);
        return model.rows().place(number) != ShownRows.NONE;
    }

    /**
     * Shows the log, or the empty state while nothing has happened.
     *
     * @param open whether the endpoint is open
     * @param content is asked only if the empty state is shown
     */
    public void showEmptyState(boolean open, Supplier<EmptyState.Content> content) {
        boolean isEmpty = model.hasOnlyOpened(open);
        logPane.showLog(!isEmpty);
        if (isEmpty) {
            empty.show(content.get());
        }
    }

    @Override
    public void viewChanged(Settings changed) {
        table.viewChanged(changed);
        detail.viewChanged(changed);
        logPane.revalidate();
        logPane.repaint();
    }

    public LogTableModel model() {
        return model;
    }

    public void follow(boolean wanted) {
        view.follow(wanted);
    }

    public void clear() {
        places.forget();
        detail.forget();
        model.clear();
        emptyRows.refresh();
    }

    /** Shows the rows again that were cleared; returns whether there were any. */
    public boolean undoClear() {
        if (!model.undoClear()) {
            return false;
        }
        refresh();
        return true;
    }

    /** Sets the source of what is said in place of the rows while none is shown. */
    public void explainEmptyRows(EmptyRowsReason reason) {
        emptyRows.explain(reason);
    }

    /** Takes over what was cleared, selected and in view in the log that this one replaces. */
    public void takeOver(LogArea before) {
        model.takeOver(before.model);
        places.takeOver(before.places);
    }

    /** Gives the rows their menu, whose other commands these are. Called once. */
    public void actions(RowActions actions) {
        detail.actions(actions);
        table.menu(() -> new LogMenu(this, session, words, actions, listener::say).build());
    }

    /** Returns the commands on notes. */
    LogNotesView notes() {
        return notes;
    }

    /** Copies the selected rows to the clipboard. */
    public void copy(RowFormat format) {
        copy.copy(selection, model.rows(), format);
    }

    /** Returns the command that writes rows to a file as they come. */
    public LogFileControl logFile() {
        return logFile;
    }

    /** Returns the rows that a command on many of them can have. */
    public RowChoice choice() {
        return choice;
    }

    /** Returns the columns of fields. */
    public LogFields fields() {
        return fields;
    }

    /** Returns the command that saves rows in other forms. */
    public RowExports exports() {
        return exports;
    }

    /** Returns the progress of the running copy; nothing if there is none. */
    public Optional<TaskProgress> copying() {
        return copy.running();
    }

    public void focus() {
        table.requestFocusInWindow();
    }

    /** Whether rows are shown, rather than what to do first. */
    public boolean isLogShown() {
        return table.isShowing();
    }

    public JComponent detail() {
        return detail;
    }

    public boolean isDetailShown() {
        return detail.isShowing();
    }

    public void focusDetail() {
        detail.focus();
    }

    /** Shows the detail of the selected row, and gives it the keyboard. */
    void openDetail() {
        if (!selection.isSelectionEmpty()) {
            showDetail(true);
            if (split.hasRoom()) {
                focusDetail();
            } else {
                listener.say(words.of("ui.detail.no.room"));
            }
        }
    }

    /** Shows what Wireshark says of the selected row. */
    void openWireshark() {
        openDetail();
        detail.choose(DetailPart.WIRESHARK);
    }

    boolean hasSelection() {
        return !selection.isSelectionEmpty();
    }

    public void showDetail(boolean wanted) {
        split.setWanted(wanted);
    }

    /**
     * Adapts to the size of the window.
     *
     * @param high whether there is room for the detail pane
     * @param bytesALine bytes in a line of the hex dump
     */
    public void fit(boolean high, int bytesALine) {
        detail.columns(bytesALine);
        split.setRoom(high);
    }

    public void close() {
        detail.close();
        growing.close();
        model.close();
    }

    void selectAll() {
        table.selectAll();
    }

    /** Cancels a running task; if there is none, ends the search; if there is none either, closes the detail. */
    public void escape() {
        if (!listener.cancelTask() && !listener.emptyFilter()) {
            table.clearSelection();
        }
    }
}
