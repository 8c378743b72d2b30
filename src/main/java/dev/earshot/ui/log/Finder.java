package dev.earshot.ui.log;

import dev.earshot.journal.search.FilteredRows;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Selects the next or previous hit of the search. After the last hit it continues with the first. */
final class Finder {
    private static final Logger log = LoggerFactory.getLogger(Finder.class);

    private final Session session;
    private final LogView view;
    private final LogSelection selection;
    private final ShownRows rows;
    private final Words words;
    private final Consumer<String> say;

    Finder(Session session, LogView view, LogSelection selection, ShownRows rows, Words words, Consumer<String> say) {
        this.session = session;
        this.view = view;
        this.selection = selection;
        this.rows = rows;
        this.words = words;
        this.say = say;
    }

    /** @param step 1 for the next hit, -1 for the one before */
    void find(int step) {
        FilteredRows found = session.log().filtered().found();
        if (found == null) {
            say.accept(words.of("ui.find.nothing"));
            return;
        }
        try {
            long least = found.countBefore(rows.hidden());
            long count = found.count() - least;
            if (count <= 0) {
                say.accept(words.of("ui.find.none"));
                return;
            }
            long place = (step > 0 ? found.countBefore(here(step) + 1) : found.countBefore(here(step)) - 1) - least;
            long[] number = new long[1];
            found.read(least + Math.floorMod(place, count), number);
            show(number[0]);
            String key = place < 0 ? "ui.find.from.end" : place >= count ? "ui.find.from.start" : "ui.find.hit";
            say.accept(words.of(key, Math.floorMod(place, count) + 1, count));
        } catch (IOException e) {
            log.debug("The filter was exchanged meanwhile", e);
        }
    }

    /** Returns the number of the row where the search continues: the selected row, else the top row in view. */
    private long here(int step) {
        if (selection.contains(selection.lead())) {
            return rows.number(selection.lead());
        }
        if (rows.count() == 0 || view.following()) {
            return step > 0 ? ShownRows.NONE : Long.MAX_VALUE - 1;
        }
        return step > 0
                ? rows.number(view.firstPlace()) - 1
                : rows.number(Math.min(rows.end() - 1, view.lastPlace())) + 1;
    }

    private void show(long number) {
        long place = rows.place(number);
        if (place != ShownRows.NONE) {
            view.follow(false);
            selection.select(place, place);
            view.bringIntoView(place);
        }
    }
}
