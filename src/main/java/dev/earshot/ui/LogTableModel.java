package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as a table: knows how many rows there are, and reads those that are looked at. Confined to the EDT; one read is
 * small and positional. A refresh fires one insert, however many rows came.
 */
final class LogTableModel extends AbstractTableModel {

    /** What stands where. */
    enum Column {
        TIME,
        CLIENT,
        GLYPH,
        BYTES,
        MESSAGE
    }

    /** Rows x row height must stay an int of pixels. */
    static final int MOST_ROWS = 90_000_000;

    private static final Logger log = LoggerFactory.getLogger(LogTableModel.class);

    /** More than any screen is wide. */
    private static final int SHOWN_BYTES = 1024;

    private static final int CACHED_ROWS = 512;

    /**
     * One row as it was read, and how it reads: put into words once, painted many times.
     *
     * @param encoding in which it was read, or null where it is no message
     */
    record Entry(Row row, Encoding encoding, MessageText message, String time, String client, String bytes) {}

    private final Session session;
    private final Words words;
    private final Map<Long, Entry> cache = new LinkedHashMap<>(CACHED_ROWS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LogTableModel.Entry> eldest) {
            return size() > CACHED_ROWS;
        }
    };
    private final Map<Glyph, String> kinds = new EnumMap<>(Glyph.class);
    private final RowReader reader;
    private Settings.Form form = Settings.Form.TEXT;
    private int generation;
    private long first;
    private int count;
    private long clearedAt = Long.MIN_VALUE;
    private boolean seekingClear;

    /** @throws UncheckedIOException if the capture cannot be read at all */
    LogTableModel(Session session, Words words) {
        this.session = session;
        this.words = words;
        generation = session.generation();
        for (Glyph glyph : Glyph.values()) {
            kinds.put(glyph, words.of("ui.kind." + glyph.name().toLowerCase(Locale.ROOT)));
        }
        try {
            reader = session.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over what has changed since the last time; says whether rows that were there read differently now. */
    boolean refresh() {
        if (session.generation() != generation) {
            startAnew();
        }
        Lens lens = session.lens();
        boolean otherwise = cache.values().removeIf(entry -> !reads(lens, entry));
        if (otherwise) {
            fireTableRowsUpdated(0, count - 1);
        }
        grow();
        return otherwise;
    }

    private static boolean reads(Lens lens, Entry entry) {
        return entry.encoding() == null || lens.encoding(entry.row()).equals(entry.encoding());
    }

    /** Shows messages as text or as hex. */
    void form(Settings.Form form) {
        this.form = form;
        reread();
    }

    /** Hides all rows that are there now; the capture keeps them. */
    void clear() {
        long rows = reader.count();
        clearedAt = rows == 0 ? clearedAt : recordedAt(rows - 1);
        first = rows;
        count = 0;
        fireTableDataChanged();
    }

    /** The number of this row in the whole log. */
    long number(int viewRow) {
        return first + viewRow;
    }

    /** Whether nothing has happened yet but that somebody can connect now. */
    boolean hasOnlyOpened() {
        return count == 1 && number(0) == 0 && Glyph.of(entry(0).row()) == Glyph.OPENED;
    }

    /** Whether older rows are left out because there are too many for one table. */
    boolean windowed() {
        return clearedAt == Long.MIN_VALUE && first > 0;
    }

    Entry entry(int viewRow) {
        return cache.computeIfAbsent(number(viewRow), this::load);
    }

    void close() {
        try {
            reader.close();
        } catch (IOException e) {
            log.debug("A reader was not closed", e);
        }
    }

    @Override
    public int getRowCount() {
        return count;
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return switch (Column.values()[column]) {
            case TIME -> words.of("ui.column.time");
            case CLIENT -> words.of("ui.column.client");
            case GLYPH -> "";
            case BYTES -> words.of("ui.column.bytes");
            case MESSAGE -> words.of("ui.column.message");
        };
    }

    @Override
    public Object getValueAt(int viewRow, int column) {
        Entry entry = entry(viewRow);
        return switch (Column.values()[column]) {
            case TIME -> entry.time();
            case CLIENT -> entry.client();
            case GLYPH -> kinds.get(Glyph.of(entry.row()));
            case BYTES -> entry.bytes();
            case MESSAGE -> entry.message().text();
        };
    }

    private void startAnew() {
        generation = session.generation();
        cache.clear();
        first = 0;
        count = 0;
        seekingClear = clearedAt != Long.MIN_VALUE;
        fireTableDataChanged();
    }

    private void reread() {
        cache.clear();
        if (count > 0) {
            fireTableRowsUpdated(0, count - 1);
        }
    }

    private void grow() {
        long rows = reader.count();
        if (seekingClear) {
            first = firstAfter(clearedAt, rows);
            seekingClear = first == rows;
        }
        if (rows - first > MOST_ROWS) {
            first = rows - MOST_ROWS / 2;
            count = (int) (rows - first);
            fireTableDataChanged();
        } else if (rows - first > count) {
            int old = count;
            count = (int) (rows - first);
            fireTableRowsInserted(old, count - 1);
        }
    }

    /** The first row that was recorded later, by halving: a few small reads. */
    private long firstAfter(long epochNanos, long rows) {
        long low = 0;
        long high = rows;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (recordedAt(middle) <= epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Entry load(long number) {
        try {
            Row row = reader.read(number, SHOWN_BYTES);
            Lens lens = session.lens();
            Encoding encoding = row.kind() == Row.Kind.EVENT ? null : lens.encoding(row);
            return entry(row, encoding, MessageText.of(row, lens, form, words));
        } catch (IOException | IndexOutOfBoundsException e) {
            // Painting must go on: the row says itself what is wrong with it.
            return unreadable(number, String.valueOf(e.getMessage()));
        }
    }

    private Entry unreadable(long number, String detail) {
        String why = words.of("ui.row.unreadable", detail);
        Event note = new Event.Note(null, Event.Kind.NOT_KEPT, why);
        Row row = new Row(number, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0]);
        return entry(row, null, new MessageText(why, "", false));
    }

    private Entry entry(Row row, Encoding encoding, MessageText message) {
        String client = row.remote() == null ? "" : Addresses.text(row.remote());
        String bytes = row.kind() == Row.Kind.EVENT ? "" : words.of("ui.number", row.length());
        return new Entry(row, encoding, message, Clock.time(row.epochNanos()), client, bytes);
    }

    private long recordedAt(long number) {
        try {
            return reader.read(number, 0).epochNanos();
        } catch (IOException | IndexOutOfBoundsException e) {
            log.warn("Row {} of the capture cannot be read", number, e);
            return Long.MIN_VALUE;
        }
    }
}
