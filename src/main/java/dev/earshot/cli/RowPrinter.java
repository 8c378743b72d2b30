package dev.earshot.cli;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;

/** Prints the rows of a session in their order, each once. Confined to one thread. */
final class RowPrinter implements Closeable {
    private final RowReader rows;
    private final RowLines lines;
    private final Predicate<Row> filter;
    private final Output out;
    private long next;
    private long missing;

    /**
     * @param first number of the row to begin with
     * @param filter which rows are printed
     */
    RowPrinter(Session session, long first, RowLines lines, Predicate<Row> filter, Output out) throws IOException {
        this.rows = session.log().reader();
        this.next = first;
        this.lines = lines;
        this.filter = filter;
        this.out = out;
    }

    /** Prints all rows that have not been printed yet, then flushes. */
    void catchUp() throws CommandFailure, Output.NoReader {
        printTo(Long.MAX_VALUE);
    }

    /** Prints the rows below this number that have not been printed yet, then flushes. */
    void printTo(long end) throws CommandFailure, Output.NoReader {
        while (next < Math.min(end, rows.count())) {
            long oldest = rows.oldestRow();
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

    /** Prints a row, and before it one line for all rows that were removed before they could be printed. */
    private void print(Row row) throws CommandFailure, Output.NoReader {
        if (missing > 0) {
            out.line(lines.missing(row.epochNanos(), missing));
            missing = 0;
        }
        if (filter.test(row)) {
            out.line(lines.format(row));
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
