package dev.earshot.session.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.earshot.session.export.SpreadsheetText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table of statistics as CSV (RFC 4180) with a line of titles: durations in seconds, shares from 0 to 1, and a
 * byte order mark, without which spreadsheets take UTF-8 for something else.
 */
public final class StatisticsCsv {
    private StatisticsCsv() {}

    /** Returns the content of the file. */
    public static String of(StatisticsTable table) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(
                table.columns().stream().map(StatisticsTable.Column::title).toList());
        for (StatisticsTable.Line line : table.lines()) {
            List<String> cells = new ArrayList<>();
            for (Figure figure : line.figures()) {
                String cell = FigurePrinter.plain(figure);
                cells.add(figure.kind() == Figure.Kind.TEXT ? SpreadsheetText.guarded(cell) : cell);
            }
            csv.writeRecord(cells);
        }
        return text.toString();
    }
}
