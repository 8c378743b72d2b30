package dev.earshot.cli;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import dev.earshot.session.SessionLog;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;

/** Prints the rows of a session in their order, each once. Confined to one thread, but for {@link #behind}. */
final class RowPrinter implements Closeable {
    private final SessionLog log;
    private final RowReader rows;
    private final RowLines lines;
    private final Predicate<Row> filter;
    private final Output out;
    private volatile long next;
    private long missing;

    /**
     * @param first number of the row to begin with
     * @param filter which rows are printed
     */
    RowPrinter(Session session, long first, RowLines lines, Predicate<Row> filter, Output out) throws IOException {
        this.log = session.log();
        this.rows = log.reader();
        this.next = first;
        this.lines = lines;
        this.filter = filter;
        this.out = out;
    }

    /**
     * Prints the rows that have not been printed yet, then flushes. Returns false if time is up before it is done: in a
     * flood there may always be more.
     *
     * @param until when to stop, as {@link System#nanoTime} counts
     */
    boolean catchUp(long until) throws CommandFailure, Output.NoReader {
        while (next < rows.count()) {
            if (System.nanoTime() - until > 0) {
                out.flush();
                return false;
            }
            printNext();
        }
        out.flush();
        return true;
    }

    /** Prints the rows below this number that have not been printed yet, then flushes. */
    void printTo(long end) throws CommandFailure, Output.NoReader {
        while (next < Math.min(end, rows.count())) {
            printNext();
        }
        out.flush();
    }

    /** Returns the number of rows that have not been printed yet. Any thread. */
    long behind() {
        return log.rowCount() - next;
    }

    private void printNext() throws CommandFailure, Output.NoReader {
        long oldest = rows.oldestRow();
        missing += Math.max(0, oldest - next);
        long number = Math.max(oldest, next);
        Row row = read(number);
        next = number + 1;
        if (row.isMissing()) {
            missing++;
        } else {
            print(row);
        }
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
