package dev.earshot.journal;

import dev.earshot.files.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes chosen rows, one by one, to a file or to another writer of rows. Used on one thread, not the EDT. */
public final class RowExport {
    private static final int BLOCK = 256;

    private final Journal journal;
    private final ChosenRows rows;
    private final TaskProgress progress;
    private final long[] numbers = new long[BLOCK];
    private long written;

    /** A file format of rows. */
    public interface Format {
        /** Makes the writer of one export, which leaves it to the export to close {@code out}. */
        RowWriter writer(Writer out);
    }

    /** @param progress gets the progress, and may cancel the export */
    public RowExport(Journal journal, ChosenRows rows, TaskProgress progress) {
        this.journal = journal;
        this.rows = rows;
        this.progress = progress;
    }

    /**
     * Writes the rows to a text file in UTF-8, whole or not at all.
     *
     * @throws IOException as {@link #writeTo} does, or if the file cannot be written; an older file of that name is
     * then untouched
     */
    public void writeFile(Path target, Format format) throws IOException {
        WholeFile.write(target, empty -> {
            Writer out = new BufferedWriter(Channels.newWriter(empty, StandardCharsets.UTF_8));
            writeTo(format.writer(out));
            out.flush();
        });
    }

    /**
     * Writes the rows to a writer, from its beginning to its end.
     *
     * @throws RowsChangedException if another framing or filter was chosen meanwhile
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if a row cannot be read, or the writer throws it
     */
    public void writeTo(RowWriter writer) throws IOException {
        long all = rows.count();
        try (RowReader reader = journal.reader()) {
            writer.begin();
            for (RowRange range : rows.ranges()) {
                for (long place = range.first(); place <= range.last(); place += BLOCK) {
                    int count = (int) Math.min(BLOCK, range.last() - place + 1);
                    write(reader, place, count, writer);
                    progress.report(written, all);
                }
            }
            writer.end();
        }
    }

    private void write(RowReader reader, long place, int count, RowWriter writer) throws IOException {
        findNumbers(place, count);
        for (int i = 0; i < count; i++) {
            writer.write(read(reader, numbers[i]));
            written++;
        }
        if (journal.generation() != rows.generation()) { // checked last: until now the numbers were right
            throw RowsChangedException.byFraming();
        }
    }

    private void findNumbers(long place, int count) throws IOException {
        FilteredRows filtered = rows.filtered();
        if (filtered == null) {
            for (int i = 0; i < count; i++) {
                numbers[i] = place + i;
            }
        } else if (filtered.read(place, numbers) < count) {
            throw RowsChangedException.byFilter();
        }
    }

    /** Reads a row; under another framing there may be fewer rows, and none of this number. */
    private Row read(RowReader reader, long number) throws IOException {
        try {
            return reader.read(number, Integer.MAX_VALUE);
        } catch (IndexOutOfBoundsException e) {
            throw journal.generation() == rows.generation() ? new IOException(e) : RowsChangedException.byFraming();
        }
    }
}
