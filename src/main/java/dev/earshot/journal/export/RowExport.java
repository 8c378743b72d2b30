package dev.earshot.journal.export;

import dev.earshot.files.WholeFile;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.search.FilteredRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes chosen rows, one by one, to a file or to another writer of rows. Used on one thread, not the EDT. */
public final class RowExport {
    private static final int BLOCK = 256;
    private static final int BUFFER = 64 * 1024;

    private final Journal journal;
    private final ChosenRows rows;
    private final Predicate<Row> wanted;
    private final TaskProgress progress;
    private final long[] numbers = new long[BLOCK];
    private long done;
    private boolean atGap;

    /** A file format of rows. */
    public interface Format {
        /** Makes the writer of one export, which leaves it to the export to close {@code out}. */
        RowWriter writer(OutputStream out);
    }

    /** @param progress gets the progress, and may cancel the export */
    public RowExport(Journal journal, ChosenRows rows, TaskProgress progress) {
        this(journal, rows, row -> true, progress);
    }

    /**
     * @param wanted which of the chosen rows are written
     * @param progress gets the progress, and may cancel the export
     */
    public RowExport(Journal journal, ChosenRows rows, Predicate<Row> wanted, TaskProgress progress) {
        this.journal = journal;
        this.rows = rows;
        this.wanted = wanted;
        this.progress = progress;
    }

    /**
     * Writes the rows to a file, whole or not at all.
     *
     * @throws FileAlreadyExistsException if it is a file of the capture itself, which is never replaced by some rows
     * @throws IOException as {@link #writeTo} does, or if the file cannot be written; an older file of that name is
     * then untouched
     */
    public void writeFile(Path target, Format format) throws IOException {
        refuseCapture(target);
        WholeFile.write(target, empty -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(empty), BUFFER);
            writeTo(format.writer(out));
            out.flush();
        });
    }

    private void refuseCapture(Path target) throws IOException {
        List<Path> files = new ArrayList<>(journal.storage().files());
        files.add(journal.file()); // that of another program, which was read
        for (Path file : files) {
            if (Files.exists(target) && Files.exists(file) && Files.isSameFile(file, target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
        }
    }

    /**
     * Writes the rows to a writer, from its beginning to its end. Of rows in a row that were removed or lost, only the
     * first is written, as a stand-in.
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
                    progress.report(done, all);
                }
            }
            writer.end();
            writer.flush();
        }
    }

    private void write(RowReader reader, long place, int count, RowWriter writer) throws IOException {
        findNumbers(place, count);
        for (int i = 0; i < count; i++) {
            Row row = read(reader, numbers[i]);
            boolean repeats = atGap && row.isMissing();
            atGap = row.isMissing();
            if (!repeats && (atGap || wanted.test(row))) {
                writer.write(row);
            }
            done++;
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
