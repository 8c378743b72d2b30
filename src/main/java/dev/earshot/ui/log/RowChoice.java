package dev.earshot.ui.log;

import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowRange;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers the choice of rows for a command on many rows, such as all, the selected or the shown ones. Confined to the
 * EDT.
 */
public final class RowChoice {
    private final Session session;
    private final Words words;
    private final ShownRows shown;
    private final LogSelection selection;

    /** The rows that can be chosen. */
    public enum What {
        SHOWN,
        SELECTED,
        ALL
    }

    RowChoice(Session session, Words words, ShownRows shown, LogSelection selection) {
        this.session = session;
        this.words = words;
        this.shown = shown;
        this.selection = selection;
    }

    /** Returns what there is to choose, the proposed rows first, each with its words. */
    public Map<What, String> choices() {
        Map<What, String> choices = new LinkedHashMap<>();
        long selected = new ChosenRows(selection.ranges(), null, 0).count();
        if (selected > 1) {
            choices.put(What.SELECTED, words.of("ui.export.rows.selected", selected));
        }
        choices.put(What.SHOWN, words.of("ui.export.rows.shown", shown.count()));
        choices.put(What.ALL, words.of("ui.export.rows.all", session.log().rowCount()));
        return choices;
    }

    /** Returns the rows as they are now. */
    public ChosenRows rows(What what) {
        return switch (what) {
            case SHOWN ->
                new ChosenRows(
                        List.of(new RowRange(shown.least(), shown.end() - 1)), shown.passing(), shown.generation());
            case SELECTED -> new ChosenRows(selection.ranges(), shown.passing(), shown.generation());
            case ALL ->
                new ChosenRows(
                        List.of(new RowRange(0, session.log().rowCount() - 1)),
                        null,
                        session.log().generation());
        };
    }

    /** Returns a number that changes whenever row numbers change their meaning. */
    public int generation() {
        return session.log().generation();
    }

    /** Returns the numbers of the selected rows if there are two of them, else none. */
    List<Long> pair() {
        List<Long> numbers = new ArrayList<>();
        if (new ChosenRows(selection.ranges(), null, 0).count() == 2) {
            for (RowRange range : selection.ranges()) {
                for (long place = range.first(); place <= range.last(); place++) {
                    numbers.add(shown.number(place));
                }
            }
        }
        return numbers;
    }
}
