package dev.earshot.ui.log;

import dev.earshot.session.LogNotes;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.NavigableMap;
import java.util.function.Consumer;

/** Lets a person put notes on rows, and go from one row with a note to another. Confined to the EDT. */
final class LogNotesView {
    private final Session session;
    private final LogTable table;
    private final Words words;
    private final Consumer<String> say;

    /** @param say takes messages for the status line */
    LogNotesView(Session session, LogTable table, Words words, Consumer<String> say) {
        this.session = session;
        this.table = table;
        this.words = words;
        this.say = say;
    }

    private LogNotes notes() {
        return session.log().notes();
    }

    private ShownRows rows() {
        return table.getModel().rows();
    }

    /** Whether a row is selected on which a note can be put. */
    boolean canEdit() {
        LogSelection selection = table.selection();
        return selection.contains(selection.lead()) && rows().number(selection.lead()) != ShownRows.NONE;
    }

    /** Opens the note on the selected row, at that row. */
    void edit() {
        if (!canEdit()) {
            say.accept(words.of("ui.note.select"));
            return;
        }
        long place = table.selection().lead();
        long number = rows().number(place);
        int generation = rows().generation();
        table.view().follow(false); // else the row would go on from under the field
        table.view().bringIntoView(place);
        int viewRow = table.getModel().viewRow(place);
        Rectangle row = table.getCellRect(viewRow, table.getColumnCount() - 1, true);
        String before = notes().rows().getOrDefault(number, "");
        new NoteForm(words, number + 1, before, text -> put(number, generation, before, text)).open(table, row);
    }

    private void put(long number, int generation, String before, String text) {
        if (!text.strip().equals(before)) {
            notes().put(
                            number,
                            generation,
                            text,
                            problem -> EventQueue.invokeLater(() -> say.accept(words.of(problem))));
        }
    }

    /** Goes to the next row with a note, or with -1 to the one before; from the last one to the first. */
    void go(int step) {
        NavigableMap<Long, String> all = notes().rows();
        Long here = here(step);
        Long next = nextShown(all, here, step);
        boolean around = next == null;
        if (around) {
            next = nextShown(all, step > 0 ? -1L : Long.MAX_VALUE, step);
        }
        if (next == null) {
            say.accept(words.of(all.isEmpty() ? "ui.note.none" : "ui.note.none.shown"));
            return;
        }
        show(next);
        int at = all.headMap(next, true).size();
        String key = !around ? "ui.note.at" : step > 0 ? "ui.note.from.start" : "ui.note.from.end";
        say.accept(words.of(key, at, all.size()));
    }

    private Long here(int step) {
        LogSelection selection = table.selection();
        if (selection.contains(selection.lead())) {
            return rows().number(selection.lead());
        }
        return step > 0 ? -1L : Long.MAX_VALUE;
    }

    private Long nextShown(NavigableMap<Long, String> all, Long from, int step) {
        Long next = step > 0 ? all.higherKey(from) : all.lowerKey(from);
        while (next != null && rows().place(next) == ShownRows.NONE) {
            next = step > 0 ? all.higherKey(next) : all.lowerKey(next);
        }
        return next;
    }

    /** Selects the row of this number, or says that the filter hides it. */
    void show(long number) {
        long place = rows().place(number);
        if (place == ShownRows.NONE) {
            say.accept(words.of("ui.note.hidden", number + 1));
            return;
        }
        table.view().follow(false);
        table.selection().select(place, place);
        table.view().bringIntoView(place);
    }

    /** Opens the list of all rows with notes, over the top of the log. */
    void openList() {
        if (notes().rows().isEmpty()) {
            say.accept(words.of("ui.note.none"));
            return;
        }
        Rectangle seen = table.getVisibleRect();
        seen.setSize(0, 0);
        new NoteList(notes().rows(), table.getModel(), words, this::show).open(table, seen);
    }
}
