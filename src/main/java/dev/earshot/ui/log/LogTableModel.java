package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextForm;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A window of the log as a table: as a table counts its rows and pixels in ints, it gets only so many rows around what is
 * seen, and the window is moved along. Reads the rows that are looked at. Confined to the EDT; one read is small and
 * positional. A refresh fires one insert, however many rows came.
 */
public final class LogTableModel extends AbstractTableModel {

    /** What stands where. */
    public enum Column {
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

    /** The most rows in the window: at 100 pixels each, no more than a twentieth of an int. */
    private static final int WINDOW = 1 << 20;

    /**
     * One row as it was read, and how it reads: put into words once, painted many times.
     *
     * @param encoding in which it was read, or null where it is no message
     * @param hits where in the message what is looked for stands: pairs of a beginning and an end
     */
    public record Entry(
            Row row, Encoding encoding, MessageText message, int[] hits, String time, String client, String bytes) {}

    private final LogSource source;
    private final Words words;
    private final int window;
    private final Map<Long, Entry> cache = new LinkedHashMap<>(CACHED_ROWS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LogTableModel.Entry> eldest) {
            return size() > CACHED_ROWS;
        }
    };
    private final Map<Glyph, String> kinds = new EnumMap<>(Glyph.class);
    private TextForm form = TextForm.TEXT;
    private final ShownRows rows;
    private FilterResult filtered;
    private long base; // the place of the window's first row
    private int count;
    private int names;

    /** @throws UncheckedIOException if the capture cannot be read at all */
    public LogTableModel(Session session, Words words) {
        this(open(session, words), words, WINDOW);
    }

    public LogTableModel(LogSource source, Words words, int window) {
        this.source = source;
        this.words = words;
        this.window = window;
        for (Glyph glyph : Glyph.values()) {
            kinds.put(glyph, words.of("ui.kind." + glyph.name().toLowerCase(Locale.ROOT)));
        }
        filtered = source.filtered();
        rows = new ShownRows(source);
    }

    private static LogSource open(Session session, Words words) {
        try {
            return LogSource.of(session, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the next refresh will show other rows, though their numbers mean what they meant. */
    boolean filterChanged() {
        return rows.outdated() && rows.sameNumbers();
    }

    /** Takes over what has changed since the last time; says whether rows that were there read differently now. */
    public boolean refresh() {
        FilterResult now = source.filtered();
        boolean otherwise = !now.equals(filtered);
        filtered = now;
        if (rows.outdated()) {
            startAnew();
        } else if (otherwise || names != source.names()) {
            reread();
        }
        Lens lens = source.lens();
        if (cache.values().removeIf(entry -> !reads(lens, entry))) {
            otherwise = true;
            fireRowsUpdated();
        }
        grow();
        return otherwise;
    }

    private static boolean reads(Lens lens, Entry entry) {
        return entry.encoding() == null || lens.encoding(entry.row()).equals(entry.encoding());
    }

    /** Shows messages as text or as hex. */
    void form(TextForm form) {
        this.form = form;
        reread();
    }

    /** Hides all rows that are there now; the capture keeps them. */
    void clear() {
        rows.clear();
        beginAt(rows.least());
    }

    public ShownRows rows() {
        return rows;
    }

    /** The place of this row of the window. */
    long place(int viewRow) {
        return base + viewRow;
    }

    /** Where in the window the row at this place is, or -1 if it is not there. */
    int viewRow(long place) {
        return place >= base && place < base + count ? (int) (place - base) : -1;
    }

    /** Whether rows from one place to the other could be shown, and many before and after them, as far as there are. */
    boolean windowHolds(long from, long to) {
        int margin = window / 8;
        return (base == rows.least() || base <= from - margin)
                && (base + count == rows.end() || to + margin <= base + count);
    }

    /** Moves the window so that this place is in its middle. */
    void moveWindow(long middle) {
        long to = Math.max(rows.least(), Math.min(rows.end(), middle) - window / 2);
        if (to != base) {
            base = to;
            resize();
            fireRowsUpdated();
        }
    }

    /** @param open whether somebody can connect now: then that is all that has happened */
    boolean hasOnlyOpened(boolean open) {
        return source.end() == 0
                || open && source.end() == 1 && rows.countOfAll() == 1 && Glyph.of(load(0).row()) == Glyph.OPENED;
    }

    public Entry entry(int viewRow) {
        long number = rows.number(place(viewRow));
        return number == ShownRows.NONE ? unreadable(number, "") : cache.computeIfAbsent(number, this::load);
    }

    /** The number of a row, counted from 1, and when it ended, in full. */
    String when(int viewRow) {
        Row row = entry(viewRow).row();
        return words.of("ui.row.at", row.number() + 1, Clock.dateAndTime(row.epochNanos()));
    }

    /** Whom a row is about, or null. */
    String address(int viewRow) {
        Row row = entry(viewRow).row();
        return row.remote() == null ? null : source.address(row);
    }

    public void close() {
        try {
            source.close();
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
            case GLYPH -> kind(entry.row());
            case BYTES -> entry.bytes();
            case MESSAGE -> entry.message().text();
        };
    }

    /** What happened; of what was sent by itself, what sent it. */
    private String kind(Row row) {
        return row.origin().kind().isAutomatic() ? OriginWords.of(row.origin(), words) : kinds.get(Glyph.of(row));
    }

    private void startAnew() {
        rows.begin();
        cache.clear();
        beginAt(rows.least());
    }

    private void beginAt(long place) {
        base = place;
        count = 0;
        fireTableDataChanged();
    }

    private void reread() {
        names = source.names();
        cache.clear();
        fireRowsUpdated();
    }

    private void fireRowsUpdated() {
        if (count > 0) {
            fireTableRowsUpdated(0, count - 1);
        }
    }

    private void grow() {
        long end = rows.end();
        int before = count;
        rows.grow();
        boolean removed = base < rows.least();
        base = Math.max(base, rows.least());
        resize();
        if (removed) {
            fireRowsUpdated();
        } else if (rows.end() > end && count == before && count > 0) {
            fireTableRowsUpdated(count - 1, count - 1); // the window is full: who looks must know that there are more
        }
    }

    private void resize() {
        int old = count;
        count = (int) Math.min(window, rows.end() - base);
        if (count > old) {
            fireTableRowsInserted(old, count - 1);
        } else if (count < old) {
            fireTableRowsDeleted(count, old - 1);
        }
    }

    private Entry load(long number) {
        try {
            Row row = source.read(number, SHOWN_BYTES);
            Lens lens = source.lens();
            Encoding encoding = row.kind() == Row.Kind.EVENT ? null : lens.encoding(row);
            MessageText message = MessageText.of(row, lens, form, words);
            return entry(
                    row,
                    encoding,
                    message,
                    HitHighlights.inLine(row, message, filtered.filter().needle(), lens));
        } catch (IOException | IndexOutOfBoundsException e) {
            // Painting must go on: the row says itself what is wrong with it.
            return unreadable(number, words.of("ui.row.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private Entry unreadable(long number, String why) {
        // Without words it is the row of a filter that has just been replaced: nobody shall be alarmed.
        Event.Kind kind = why.isEmpty() ? Event.Kind.RESUMED : Event.Kind.NOT_KEPT;
        Event note = new Event.Note(null, kind, why);
        Row row = new Row(number, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0], Origin.PERSON);
        return entry(row, null, new MessageText(why, List.of(), false, false), HitHighlights.NONE);
    }

    private Entry entry(Row row, Encoding encoding, MessageText message, int[] hits) {
        String client = row.remote() == null ? "" : source.label(row);
        String bytes = row.kind() == Row.Kind.EVENT ? "" : count(row.length());
        String time = row.epochNanos() == 0 ? "" : Clock.time(row.epochNanos());
        return new Entry(row, encoding, message, hits, time, client, bytes);
    }

    private String count(int number) {
        // A small one reads the same in every language, and most are small.
        return number < 1000 ? Integer.toString(number) : words.of("ui.number", number);
    }
}
