package dev.earshot.session.statistics;

import java.util.List;

/**
 * A table of statistics in one language. Immutable.
 *
 * @param id of the table, which is the same in all languages
 * @param title of the table
 * @param note says in one line or more what the figures mean
 * @param columns of the table
 * @param lines of the table, in a good order
 * @param drawings the distributions of the table as bars; often none
 */
public record StatisticsTable(
        String id, String title, String note, List<Column> columns, List<Line> lines, List<Drawing> drawings) {
    public StatisticsTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        drawings = List.copyOf(drawings);
    }

    /**
     * A column.
     *
     * @param title of the column
     * @param isFigure whether it holds numbers
     * @param isMachineText whether it holds addresses, times, or what messages contain
     */
    public record Column(String title, boolean isFigure, boolean isMachineText) {}

    /**
     * A line of the table.
     *
     * @param figures one for each column
     * @param row the number of the row of the log to which the line leads, or -1
     */
    public record Line(List<Figure> figures, long row) {
        public Line {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A distribution as bars.
     *
     * @param title of the drawing
     * @param unit what the borders of the bars count
     */
    public record Drawing(String title, Figure.Kind unit, Histogram bars) {}
}
