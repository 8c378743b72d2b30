package dev.earshot.journal.search;

import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.EntryRange;
import dev.earshot.journal.NotedRows;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.storage.RecordGoneException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Goes through the entries of an index and finds the rows that pass a filter. One search goes on from the beginning to
 * the end and then with the rows that come; others may search long ranges for it. Confined to one thread at a time.
 */
final class RowSearch {
    /** The most entries between two looks whether the search is still wanted: a few milliseconds of work. */
    private static final int BATCH = 64;

    private final RowQuery query;
    private final BooleanSupplier cancelled;
    private final CaptureWindow window;
    private final RowReader reader;
    private final EntryCursor cursor;
    private final List<List<BytePattern>> literals;
    private TimeSpanRows span; // null: any time
    private ExpressionPredicate expression; // null: the filter has none
    private BytePatternMatcher bytes; // null: the filter has none
    private RunSearch runs; // null: no bytes are looked for, or only in a time span or in rows with notes
    private RowMatcher matcher;
    private boolean isAtEnd;
    private boolean isOver;

    /**
     * The result of the search of one range.
     *
     * @param rows those that pass, but for some that began before the range
     * @param bytes decides about the others
     * @param givenUp the rows on which the expression took too long
     */
    record RangeResult(FoundRows rows, BytePatternMatcher bytes, List<Long> givenUp) {}

    /** Begins at the first row of the filter's time span. */
    RowSearch(RowQuery query, BooleanSupplier cancelled) throws IOException {
        this.query = query;
        this.cancelled = cancelled;
        window = new CaptureWindow(query.capture());
        reader = RowReader.of(query.capture(), query.index());
        TimeSpan wanted = query.filter().span();
        span = wanted == null ? null : new TimeSpanRows(reader, wanted);
        cursor = new EntryCursor(query.index(), span == null ? 0 : span.first());
        literals = literals(query.filter().term(), query.lens());
        makeMatchers(0);
    }

    private void makeMatchers(long firstEntry) throws IOException {
        Filter filter = query.filter();
        RowMatcher messages;
        if (filter.term() instanceof SearchTerm.Expression wanted) {
            expression = new ExpressionPredicate(wanted.pattern(), literals, query.lens());
            messages = new WholeRowMatcher(window, reader, expression);
            bytes = literals.isEmpty() ? null : bytes(literals.get(0), expression, firstEntry);
        } else if (filter.term() instanceof SearchTerm.Condition wanted) {
            messages =
                    new WholeRowMatcher(window, reader, new FieldPredicate(reader, wanted.condition(), query.lens()));
        } else if (filter.term() != null) {
            bytes = bytes(literals.get(0), MessagePredicate.NONE, firstEntry);
            messages = bytes;
        } else {
            messages = RowMatcher::allRows;
        }
        NotedRows notes = query.index().notes();
        boolean hasRuns = bytes != null && span == null && !filter.noted();
        runs = hasRuns ? new RunSearch(window, filter, notes, bytes, cancelled) : null;
        matcher = new NotedRowMatcher(filter, notes, bytes != null ? bytes : messages);
    }

    /** Returns the texts or bytes that a message must have, each as its patterns. */
    private static List<List<BytePattern>> literals(SearchTerm term, RowLens lens) {
        if (term instanceof SearchTerm.Expression wanted) {
            return wanted.literals(lens.searched());
        }
        return term == null ? List.of() : List.of(term.patterns(lens.searched()));
    }

    private BytePatternMatcher bytes(List<BytePattern> patterns, MessagePredicate test, long firstEntry) {
        return new BytePatternMatcher(window, reader, patterns, test, firstEntry);
    }

    /** Returns the number of the entry that is searched next. */
    long nextEntry() {
        return cursor.nextEntry();
    }

    /** Returns the number of the first row that was not searched yet. */
    long nextRow() {
        return cursor.nextRow();
    }

    /** Returns the span of the filter, or null. */
    TimeSpanRows span() {
        return span;
    }

    /** Whether all rows to come are later than the filter's span. */
    boolean isOver() {
        return isOver;
    }

    /** Whether the last search has reached the last entry. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Returns the number of rows on which the expression took too long. */
    int givenUp() {
        return expression == null ? 0 : expression.givenUp().size();
    }

    /** Searches some entries. Returns whether there may be more. */
    boolean searchBatch(LongConsumer passes) throws IOException {
        isAtEnd = !searchEntries(passes);
        return !isAtEnd;
    }

    private boolean searchEntries(LongConsumer passes) throws IOException {
        for (int i = 0; i < BATCH && !cancelled.getAsBoolean(); i++) {
            if (searchRun(passes)) {
                continue;
            } else if (!cursor.next()) {
                return false;
            }
            RowIndex.Entry entry = cursor.entry();
            if (cursor.isLost()) {
                matcher.onGap();
                continue;
            }
            boolean inTime = span == null || cursor.rows() == 0 || span.contains(entry.firstRow());
            if (!inTime && span.isOver(entry.firstRow())) {
                isOver = true;
                return false;
            }
            if (inTime && query.filter().passes(entry.kind(), entry.peer())) {
                match(passes);
            }
        }
        return true;
    }

    /** Searches the next run of entries, if there is one. */
    private boolean searchRun(LongConsumer passes) throws IOException {
        long first = cursor.nextEntry();
        try {
            return runs != null && runs.search(cursor, passes);
        } catch (IOException e) {
            if (cursor.nextEntry() > first) {
                requireGone(e);
                matcher.onGap();
                return true;
            }
            return false; // the slow way finds out why
        }
    }

    private void match(LongConsumer passes) throws IOException {
        try {
            matcher.match(cursor, passes);
        } catch (IOException e) {
            requireGone(e);
            matcher.onGap();
        }
    }

    private void requireGone(IOException e) throws IOException {
        if (!(e instanceof RecordGoneException) && !cursor.isRemoved()) {
            throw e;
        }
    }

    /** Searches one range without knowing what lies before it; {@code within} has the bounds of the filter's span. */
    RangeResult search(EntryRange range, TimeSpanRows within) throws IOException {
        span = within;
        cursor.start(range);
        makeMatchers(range.first());
        FoundRows found = new FoundRows();
        boolean more = true;
        while (more && !cancelled.getAsBoolean() && givenUp() < ExpressionPredicate.MOST_GIVEN_UP) {
            more = searchBatch(found);
        }
        return new RangeResult(found, bytes, expression == null ? List.of() : expression.givenUp());
    }

    /**
     * Goes on behind a range that was searched by another search, and returns all its rows that pass.
     *
     * @param rest the entries behind it
     */
    FoundRows append(RangeResult range, EntryRange rest) throws IOException {
        FoundRows crossing = new FoundRows();
        int givenUp = givenUp();
        if (bytes != null) {
            Filter filter = query.filter();
            NotedRows notes = query.index().notes();
            bytes.append(range.bytes, row -> {
                if (!filter.noted() || !notes.text(row).isEmpty()) {
                    crossing.accept(row);
                }
            });
        }
        range.rows.insert(crossing);
        if (expression != null) {
            addGivenUp(givenUp, range);
        }
        cursor.start(rest);
        return range.rows;
    }

    /** Adds the rows that were given up; the rows behind the one that ends the search do not count. */
    private void addGivenUp(int before, RangeResult range) {
        List<Long> all = expression.givenUp();
        List<Long> fresh = new ArrayList<>(range.givenUp);
        fresh.addAll(all.subList(before, all.size()));
        fresh.sort(null);
        all.subList(before, all.size()).clear();
        int left = Math.min(fresh.size(), ExpressionPredicate.MOST_GIVEN_UP - before);
        all.addAll(fresh.subList(0, left));
        if (givenUp() >= ExpressionPredicate.MOST_GIVEN_UP) {
            range.rows.removeBehind(all.get(all.size() - 1));
        }
    }
}
