package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import dev.earshot.session.TimeParser;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Goes to a row by its number, counted from 1, or to the first row since a time. If that row is not shown, it goes to
 * the nearest one that is.
 */
final class GoTo {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}|\\d{1,3}([,_ ]\\d{3}){1,5}");

    private final LogTimes times;
    private final LogView view;
    private final LogSelection selection;
    private final ShownRows rows;
    private final Words words;

    GoTo(Session session, LogView view, LogSelection selection, ShownRows rows, Words words) {
        times = new LogTimes(session, words);
        this.view = view;
        this.selection = selection;
        this.rows = rows;
        this.words = words;
    }

    /**
     * The row to go to.
     *
     * @param number of the row; equal to the count if all rows are older than the time asked for
     * @param count how many rows the log has
     */
    private record Aim(long number, long count) {}

    /**
     * Goes to the typed row or time.
     *
     * @param arrived takes the description of the found row, on the EDT
     * @param failed takes the reason of a failure, on the EDT
     */
    void go(String typed, Consumer<String> arrived, Consumer<String> failed) {
        times.ask(
                all -> aim(typed, all),
                aim -> {
                    if (rows.count() == 0) {
                        failed.accept(words.of("problem.row.none"));
                    } else {
                        arrived.accept(show(aim));
                    }
                },
                failed);
    }

    private static Aim aim(String typed, RowReader all) throws Problem, IOException {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        long first = all.oldestRow();
        long count = all.count();
        if (first >= count) {
            throw new Problem("problem.row.none", 0);
        } else if (!NUMBER.matcher(text).matches()) {
            return new Aim(all.firstSince(TimeParser.of(all).parse(typed), first, count), count);
        }
        long number = Long.parseLong(text.replaceAll("[,_ ]", "")) - 1;
        if (number < first || number >= count) {
            throw new Problem("problem.row.absent", 0, number + 1, first + 1, count);
        }
        return new Aim(number, count);
    }

    private String show(Aim aim) {
        long place = Math.min(rows.placeFrom(aim.number), rows.end() - 1);
        long number = rows.number(place);
        view.follow(false);
        selection.select(place, place);
        view.bringIntoView(place);
        if (aim.number == aim.count) {
            return words.of("ui.goto.after", number + 1);
        }
        return number == aim.number
                ? words.of("ui.goto.row", number + 1, aim.count)
                : words.of("ui.goto.near", aim.number + 1, number + 1);
    }
}
