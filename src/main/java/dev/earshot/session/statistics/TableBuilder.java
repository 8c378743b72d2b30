package dev.earshot.session.statistics;

import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a {@link StatisticsTable}. Confined to one thread. */
final class TableBuilder {
    private static final double[] SHARES = {0.5, 0.9, 0.99};

    private final String id;
    private final Words words;
    private final List<StatisticsTable.Column> columns = new ArrayList<>();
    private final List<StatisticsTable.Line> lines = new ArrayList<>();
    private final List<StatisticsTable.Drawing> drawings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param id of the table; its title and note are under the keys {@code statistics.table} and {@code
     * statistics.note}
     */
    TableBuilder(String id, Words words) {
        this.id = id;
        this.words = words;
        notes.add(words.of("statistics.note." + id));
    }

    /** Adds columns of human words. */
    TableBuilder text(String... names) {
        return add(false, false, names);
    }

    /** Adds columns of addresses, times, or the content of messages. */
    TableBuilder machineText(String... names) {
        return add(false, true, names);
    }

    TableBuilder figures(String... names) {
        return add(true, false, names);
    }

    private TableBuilder add(boolean isFigure, boolean isMachineText, String... names) {
        for (String name : names) {
            columns.add(new StatisticsTable.Column(words.of("statistics.column." + name), isFigure, isMachineText));
        }
        return this;
    }

    void line(long row, Figure... figures) {
        lines.add(new StatisticsTable.Line(List.of(figures), row));
    }

    void line(Figure... figures) {
        line(-1, figures);
    }

    /** Adds a line with the percentiles of a distribution behind other figures, unless it is empty, and its drawing. */
    void distribution(String title, Distribution numbers, Figure.Kind unit, Figure... before) {
        if (numbers.count() > 0) {
            percentiles(numbers, unit, before);
            draw(title, numbers, unit);
        }
    }

    /** Adds a line with the percentiles of a distribution behind other figures. */
    void percentiles(Distribution numbers, Figure.Kind unit, Figure... before) {
        List<Figure> figures = new ArrayList<>(List.of(before));
        figures.add(Figure.count(numbers.count()));
        figures.add(new Figure(unit, numbers.least(), ""));
        figures.add(new Figure(unit, numbers.mean(), ""));
        for (double share : SHARES) {
            figures.add(new Figure(unit, numbers.percentile(share), ""));
        }
        figures.add(new Figure(unit, numbers.greatest(), ""));
        lines.add(new StatisticsTable.Line(figures, -1));
    }

    /** Adds the drawing of a distribution. */
    void draw(String title, Distribution numbers, Figure.Kind unit) {
        drawings.add(new StatisticsTable.Drawing(title, unit, Histogram.of(numbers)));
    }

    /** Adds the columns that {@link #distribution} fills. */
    TableBuilder distributions() {
        return text("direction").figures("messages", "least", "mean", "p50", "p90", "p99", "greatest");
    }

    void note(String text) {
        notes.add(text);
    }

    StatisticsTable build() {
        if (lines.isEmpty()) {
            note(words.of("statistics.empty"));
        }
        return new StatisticsTable(
                id, words.of("statistics.table." + id), String.join("\n", notes), columns, lines, drawings);
    }
}
