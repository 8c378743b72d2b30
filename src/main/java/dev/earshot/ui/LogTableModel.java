package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.session.Filtered;
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

    private static final Logger log = LoggerFactory.getLogger(LogTableModel.class);

    /** More than any screen is wide. */
    private static final int SHOWN_BYTES = 1024;

    private static final int CACHED_ROWS = 512;

    /**
     * One row as it was read, and how it reads: put into words once, painted many times.
     *
     * @param encoding in which it was read, or null where it is no message
     * @param hits where in the message what is looked for stands: pairs of a beginning and an end
     */
    record Entry(
            Row row, Encoding encoding, MessageText message, int[] hits, String time, String client, String bytes) {}

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
    private final ShownRows rows;
    private Filtered filtered;
    private int count;
    private int names;

    /** @throws UncheckedIOException if the capture cannot be read at all */
    LogTableModel(Session session, Words words) {
        this.session = session;
        this.words = words;
        for (Glyph glyph : Glyph.values()) {
            kinds.put(glyph, words.of("ui.kind." + glyph.name().toLowerCase(Locale.ROOT)));
        }
        try {
            reader = session.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        filtered = session.filtered();
        rows = new ShownRows(session, reader);
    }

    /** Whether the next refresh will show other rows, though their numbers mean what they meant. */
    boolean filterChanged() {
        return rows.outdated() && rows.sameNumbers();
    }

    /** Takes over what has changed since the last time; says whether rows that were there read differently now. */
    boolean refresh() {
        Filtered now = session.filtered();
        boolean otherwise = !now.equals(filtered);
        filtered = now;
        if (rows.outdated()) {
            startAnew();
        } else if (otherwise || names != session.names().version()) {
            reread();
        }
        Lens lens = session.lens();
        if (cache.values().removeIf(entry -> !reads(lens, entry))) {
            otherwise = true;
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
        rows.clear();
        count = 0;
        fireTableDataChanged();
    }

    ShownRows rows() {
        return rows;
    }

    /** The number of this row in the whole log, or {@link ShownRows#NONE}. */
    long number(int viewRow) {
        return rows.number(viewRow);
    }

    /** Where the row of this number is shown, or -1 if it is not. */
    int viewRow(long number) {
        int row = rows.viewRowFrom(number);
        return row < count && rows.number(row) == number ? row : -1;
    }

    /** @param open whether somebody can connect now: then that is all that has happened */
    boolean hasOnlyOpened(boolean open) {
        return reader.count() == 0
                || open && reader.count() == 1 && rows.countOfAll() == 1 && Glyph.of(load(0).row()) == Glyph.OPENED;
    }

    Entry entry(int viewRow) {
        long number = number(viewRow);
        return number == ShownRows.NONE ? unreadable(number, "") : cache.computeIfAbsent(number, this::load);
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
        rows.begin();
        cache.clear();
        count = 0;
        fireTableDataChanged();
    }

    private void reread() {
        names = session.names().version();
        cache.clear();
        if (count > 0) {
            fireTableRowsUpdated(0, count - 1);
        }
    }

    private void grow() {
        int old = count;
        boolean others = rows.grow();
        count = rows.count();
        if (others) {
            fireTableDataChanged();
        } else if (count > old) {
            fireTableRowsInserted(old, count - 1);
        }
    }

    private Entry load(long number) {
        try {
            Row row = reader.read(number, SHOWN_BYTES);
            Lens lens = session.lens();
            Encoding encoding = row.kind() == Row.Kind.EVENT ? null : lens.encoding(row);
            MessageText message = MessageText.of(row, lens, form, words);
            return entry(
                    row,
                    encoding,
                    message,
                    Highlights.inLine(row, message, filtered.filter().needle(), lens));
        } catch (IOException | IndexOutOfBoundsException e) {
            // Painting must go on: the row says itself what is wrong with it.
            return unreadable(number, words.of("ui.row.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private Entry unreadable(long number, String why) {
        // Without words it is the row of a filter that has just been replaced: nobody shall be alarmed.
        Event.Kind kind = why.isEmpty() ? Event.Kind.RESUMED : Event.Kind.NOT_KEPT;
        Event note = new Event.Note(null, kind, why);
        Row row = new Row(number, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0]);
        return entry(row, null, new MessageText(why, "", false, false), Highlights.NONE);
    }

    private Entry entry(Row row, Encoding encoding, MessageText message, int[] hits) {
        String client = row.remote() == null ? "" : session.names().label(row.remote());
        String bytes = row.kind() == Row.Kind.EVENT ? "" : words.of("ui.number", row.length());
        return new Entry(row, encoding, message, hits, Clock.time(row.epochNanos()), client, bytes);
    }
}
