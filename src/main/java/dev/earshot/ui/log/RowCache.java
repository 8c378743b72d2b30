package dev.earshot.ui.log;

import dev.earshot.journal.CaptureNote;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.session.Lens;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldColumns;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and formats the rows that are painted, and keeps the latest ones. Confined to the EDT; one read is small and
 * positional.
 */
final class RowCache {
    /** The bytes that are read of a message: more than fit on any screen. */
    private static final int SHOWN_BYTES = 1024;

    /** The largest message of which fields are read. */
    private static final int FIELD_BYTES = 1 << 16;

    private static final int MOST_ROWS = 512;

    private final LogSource source;
    private final Words words;
    private final Map<Long, LogRow> rows = new LinkedHashMap<>(MOST_ROWS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LogRow> eldest) {
            return size() > MOST_ROWS;
        }
    };
    private SearchTerm sought;
    private FieldColumns fields = new FieldColumns(List.of());

    RowCache(LogSource source, Words words) {
        this.source = source;
        this.words = words;
    }

    /** Marks the hits of a search term from now on; none if it is null. */
    void search(SearchTerm term) {
        sought = term;
        rows.clear();
    }

    /** Reads the values of these fields from now on. */
    void fields(List<FieldColumn> columns) {
        fields = new FieldColumns(columns);
        rows.clear();
    }

    /** Forgets all rows; they are read again when they are painted. */
    void clear() {
        rows.clear();
    }

    /** Forgets the messages whose encoding has changed; returns whether there were any. */
    boolean removeOutdated() {
        Lens lens = source.lens();
        return rows.values().removeIf(row -> {
            RowText text = row.text();
            return text.isMessage() && !lens.encoding(text.row()).equals(text.encoding());
        });
    }

    /** @param number of the row in the whole log, or {@link ShownRows#NONE} */
    LogRow get(long number) {
        return number == ShownRows.NONE ? unreadable(number, "") : rows.computeIfAbsent(number, this::read);
    }

    private LogRow read(long number) {
        try {
            Row row = source.rows().read(number, SHOWN_BYTES);
            RowText text = new RowFormatter(source.lens(), MessageViews.CHOSEN, words).format(row, sought);
            LogRow shown = LogRow.of(text, row.remote() == null ? "" : source.label(row), words);
            return fields.all().isEmpty() ? shown : shown.with(fields.of(whole(row), source.lens()));
        } catch (IOException | IndexOutOfBoundsException e) {
            // Painting must go on: the row says itself what is wrong with it.
            return unreadable(number, words.of("ui.row.unreadable", String.valueOf(e.getMessage())));
        }
    }

    /** Reads the rest of a message, for it takes all of its bytes to read its fields. */
    private Row whole(Row row) throws IOException {
        boolean isCut = row.bytes().length < row.length() && row.length() <= FIELD_BYTES;
        return isCut ? source.rows().read(row.number(), row.length()) : row;
    }

    private LogRow unreadable(long number, String why) {
        // Without words it is the row of a filter that has just been replaced: nobody shall be alarmed.
        Event note = (why.isEmpty() ? CaptureNote.REMOVED : CaptureNote.LOST).note();
        Row row = new Row(number, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0], Origin.PERSON);
        return LogRow.of(RowText.ofEvent(row, why), "", words);
    }
}
