package dev.earshot.session.statistics;

import dev.earshot.codec.CharacterWidth;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes tables of statistics as one text: Markdown with tables (GitHub Flavored Markdown 0.29, section 4.10) whose
 * columns are padded, so that it is read as plain text as well. What messages contain stands between backquotes.
 */
public final class StatisticsReport {
    /** The most lines of a table in the report; a file of the table has all. */
    private static final int MOST_LINES = 100;

    /** The least width of a column: a rule has three characters at least. */
    private static final int LEAST_WIDTH = 3;

    private final Words words;
    private final FigurePrinter figures;
    private final StringBuilder text = new StringBuilder();

    private StatisticsReport(Words words) {
        this.words = words;
        figures = new FigurePrinter(words);
    }

    /**
     * Returns the report.
     *
     * @param title of the report, safe to show
     * @param scope which rows were measured, in some lines that are safe to show
     */
    public static String of(String title, List<String> scope, List<StatisticsTable> tables, Words words) {
        StatisticsReport report = new StatisticsReport(words);
        report.text
                .append("# ")
                .append(title)
                .append("\n\n")
                .append(String.join("  \n", scope))
                .append('\n');
        tables.stream().filter(table -> !table.lines().isEmpty()).forEach(report::add);
        return report.text.toString();
    }

    private void add(StatisticsTable table) {
        text.append("\n## ").append(table.title()).append("\n\n");
        text.append(table.note().replace("\n", "  \n")).append("\n\n");
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream().map(StatisticsTable.Column::title).toList());
        int shown = Math.min(MOST_LINES, table.lines().size());
        table.lines().subList(0, shown).forEach(line -> cells.add(cells(table, line)));
        int[] widths = new int[table.columns().size()];
        Arrays.fill(widths, LEAST_WIDTH);
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], CharacterWidth.of(line.get(i)));
            }
        }
        append(table, cells.get(0), widths);
        appendRule(table, widths);
        cells.subList(1, cells.size()).forEach(line -> append(table, line, widths));
        if (shown < table.lines().size()) {
            text.append('\n')
                    .append(words.of("statistics.first", shown, table.lines().size()))
                    .append('\n');
        }
    }

    private List<String> cells(StatisticsTable table, StatisticsTable.Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String cell = figures.of(line.figures().get(i));
            cells.add(table.columns().get(i).isMachineText() ? code(cell) : cell.replace("|", "\\|"));
        }
        return cells;
    }

    /** Puts a text between as many backquotes as it needs. */
    private static String code(String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        String fence = "`";
        while (cell.contains(fence)) {
            fence += "`";
        }
        String gap = fence.length() > 1 ? " " : "";
        return fence + gap + cell.replace("|", "\\|") + gap + fence;
    }

    private void append(StatisticsTable table, List<String> cells, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - CharacterWidth.of(cells.get(i)));
            boolean right = table.columns().get(i).isFigure();
            text.append("| ")
                    .append(right ? gap + cells.get(i) : cells.get(i) + gap)
                    .append(' ');
        }
        text.append("|\n");
    }

    private void appendRule(StatisticsTable table, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ").append("-".repeat(widths[i] - 1));
            text.append(table.columns().get(i).isFigure() ? ": " : "- ");
        }
        text.append("|\n");
    }
}
