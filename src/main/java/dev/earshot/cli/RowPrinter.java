package dev.earshot.cli;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;

/** Prints a session's rows in their order, each once. Confined to one thread. */
final class RowPrinter implements Closeable {
    private final RowReader rows;
    private final RowLines lines;
    private final Predicate<Row> wanted;
    private final Output out;
    private long next;
    private long missing;

    /** @param first the number of the row to begin with */
    RowPrinter(Session session, long first, RowLines lines, Predicate<Row> wanted, Output out) throws IOException {
        this.rows = session.log().reader();
        this.next = first;
        this.lines = lines;
        this.wanted = wanted;
        this.out = out;
    }

    /** Prints all rows that are there and have not been printed, and flushes when there are no more. */
    void catchUp() throws CommandFailure, Output.NoReader {
        printTo(Long.MAX_VALUE);
    }

    /** The same, but no row of this number or a higher one. */
    void printTo(long end) throws CommandFailure, Output.NoReader {
        while (next < Math.min(end, rows.count())) {
            long oldest = rows.first();
            missing += Math.max(0, oldest - next);
            next = Math.max(oldest, next);
            Row row = read(next++);
            if (row.isMissing()) {
                missing++;
            } else {
                print(row);
            }
        }
        out.flush();
    }

    /** Who reads slowly may find that rows were removed meanwhile; they are one line. */
    private void print(Row row) throws CommandFailure, Output.NoReader {
        if (missing > 0) {
            out.line(lines.missing(row.epochNanos(), missing));
            missing = 0;
        }
        if (wanted.test(row)) {
            out.line(lines.of(row));
        }
    }

    private Row read(long number) throws CommandFailure {
        try {
            return rows.read(number, Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new CommandFailure("The capture cannot be read any more: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
