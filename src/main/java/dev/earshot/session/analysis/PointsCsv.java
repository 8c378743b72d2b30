package dev.earshot.session.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.earshot.codec.VisibleText;
import dev.earshot.files.WholeFile;
import dev.earshot.journal.TaskProgress;
import dev.earshot.session.view.RowTimeFormat;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes the points of a plot as CSV (RFC 4180) with a line of names, for spreadsheets. Used on one thread, not the
 * EDT.
 */
public final class PointsCsv {
    private static final RowTimeFormat TIME = new RowTimeFormat("uuuu-MM-dd HH:mm:ss.", ZoneId::systemDefault);
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private static final int BLOCK = 4096;

    private final long from;
    private final long to;
    private final TaskProgress progress;

    /**
     * A line that is written.
     *
     * @param title of the series
     * @param client names the client of this number
     */
    public record Line(String title, NumberPoints points, IntFunction<String> client) {}

    /**
     * @param from the earliest time that is written, in nanoseconds since 1970-01-01 UTC
     * @param to the latest one
     * @param progress gets the progress, and may cancel the writing
     */
    public PointsCsv(long from, long to, TaskProgress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * Writes the points to a file, whole or not at all.
     *
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if the file cannot be written; an older file of that name is then untouched
     */
    public void write(Path target, List<Line> lines) throws IOException {
        WholeFile.write(target, empty -> {
            Writer out = new OutputStreamWriter(Channels.newOutputStream(empty), StandardCharsets.UTF_8);
            try {
                write(out, lines);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            out.flush();
        });
    }

    private void write(Writer out, List<Line> lines) throws IOException {
        out.write('\uFEFF'); // or spreadsheets take it for another encoding
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("time", "epoch_ns", "series", "client", "value", "row");
        long all = lines.stream().mapToLong(line -> line.points.size()).sum();
        long done = 0;
        for (Line line : lines) {
            String title = guarded(VisibleText.of(line.title));
            int size = line.points.size();
            for (int i = 0; i < size; i++) {
                write(csv, title, line, i);
                if (++done % BLOCK == 0) {
                    progress.report(done, all);
                }
            }
        }
        csv.flush();
    }

    private void write(CsvWriter csv, String title, Line line, int at) {
        long time = line.points.time(at);
        double value = line.points.value(at);
        if (time >= from && time <= to && !Double.isNaN(value)) {
            csv.writeRecord(
                    TIME.millis(time),
                    Long.toString(time),
                    title,
                    guarded(VisibleText.of(line.client.apply(line.points.peer(at)))),
                    Double.toString(value),
                    Long.toString(line.points.row(at) + 1));
        }
    }

    /** Puts a quote before what a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
