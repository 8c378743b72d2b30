package dev.earshot.session.statistics;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowRange;
import dev.earshot.session.Session;
import dev.earshot.session.view.RowTimeFormat;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The statistics of chosen rows, in one language. Immutable.
 *
 * @param title names the capture, safe to show
 * @param scope says in some lines which rows were measured, safe to show
 * @param tables the figures
 */
public record Statistics(String title, List<String> scope, List<StatisticsTable> tables) {
    private static final RowTimeFormat TIME = new RowTimeFormat("uuuu-MM-dd HH:mm:ss.", ZoneId::systemDefault);

    public Statistics {
        scope = List.copyOf(scope);
        tables = List.copyOf(tables);
    }

    /** Returns all of it as one text. */
    public String report(Words words) {
        return StatisticsReport.of(title, scope, tables, words);
    }

    /**
     * Reads the rows and measures them; this takes seconds for gigabytes, so not on the EDT.
     *
     * @param wanted which of the chosen rows are measured
     * @param values finds the value of a message that is counted as well; null for none
     * @param progress gets the progress, and may cancel
     * @throws IOException as {@link dev.earshot.journal.export.RowExport#writeTo} does
     */
    public static Statistics of(
            Session session,
            ChosenRows rows,
            Predicate<Row> wanted,
            ValueSource values,
            Words words,
            TaskProgress progress)
            throws IOException {
        RowStatistics measured = new RowStatistics(session.log().lens(), values);
        session.log().exports().of(rows, wanted, progress).writeTo(measured);
        String capture = String.valueOf(session.log().capture().getFileName());
        return new Statistics(
                words.of("statistics.title", VisibleText.of(capture)),
                scope(rows, measured, words),
                new StatisticsTables(measured, words, session.clients().names()::of).all());
    }

    private static List<String> scope(ChosenRows rows, RowStatistics measured, Words words) {
        List<String> scope = new ArrayList<>();
        Tally all = measured.all();
        scope.add(words.of("statistics.scope", all.messages(), measured.events()));
        if (rows.filtered() != null) {
            scope.add(words.of("statistics.scope.filtered", measured.lastRow()));
        } else if (rows.count() > 0) {
            List<RowRange> ranges = rows.ranges();
            scope.add(words.of(
                    "statistics.scope.rows",
                    ranges.get(0).first() + 1,
                    ranges.get(ranges.size() - 1).last() + 1));
        }
        if (all.messages() > 0) {
            scope.add(words.of("statistics.scope.times", TIME.millis(all.first()), TIME.millis(all.last())));
        }
        return scope;
    }
}
