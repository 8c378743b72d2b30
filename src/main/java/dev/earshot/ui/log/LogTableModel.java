package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Session;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.detail.OriginWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of the log as a table model. A table counts rows and pixels in ints, so it gets only a window of the rows
 * around the view, and the window moves along. A refresh fires one insert however many rows
 * have come. Confined to the EDT.
 */
public final class LogTableModel extends AbstractTableModel {

    private static final Logger log = LoggerFactory.getLogger(LogTableModel.class);

    /** The most rows in the window. At 100 pixels each they take no more than a twentieth of an int. */
    private static final int WINDOW = 1 << 20;

    private final LogSource source;
    private final Words words;
    private final int window;
    private final RowCache cache;
    private final Map<RowStyle, String> kinds = new EnumMap<>(RowStyle.class);
    private final ShownRows rows;
    private FilterResult filtered;
    private long base; // the place of the window's first row
    private int count;
    private int labels;
    private List<FieldTableColumn> fields = List.of();

    /** @throws UncheckedIOException if the capture cannot be read at all */
    public LogTableModel(Session session, Words words) {
        this(open(session, words), words, WINDOW);
    }

    public LogTableModel(LogSource source, Words words, int window) {
        this.source = source;
        this.words = words;
        this.window = window;
        for (RowStyle style : RowStyle.values()) {
            kinds.put(style, words.of("ui.kind." + style.name().toLowerCase(Locale.ROOT)));
        }
        filtered = source.filtered();
        cache = new RowCache(source, words);
        cache.search(filtered.filter().term());
        rows = new ShownRows(source);
    }

    private static LogSource open(Session session, Words words) {
        try {
            return new SessionLogSource(session, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the next refresh will show other rows because the filter, and nothing else, has changed. */
    boolean filterChanged() {
        return rows.isOutdated() && rows.hasSameNumbers();
    }

    /** Takes over all changes since the last refresh; returns whether earlier rows read differently now. */
    public boolean refresh() {
        FilterResult now = source.filtered();
        boolean otherwise = !now.equals(filtered);
        if (otherwise) {
            filtered = now;
            cache.search(now.filter().term());
        }
        otherwise |= labels != source.labels();
        if (rows.isOutdated()) {
            startAnew();
        } else if (otherwise) {
            reread();
        }
        if (cache.removeOutdated()) {
            otherwise = true;
            fireRowsUpdated();
        }
        grow();
        return otherwise;
    }

    /** Hides all present rows; the capture keeps them. */
    void clear() {
        rows.clear();
        beginAt(rows.least());
    }

    /** Shows the rows again that were cleared; returns whether there were any. */
    boolean undoClear() {
        boolean any = rows.cleared() > 0;
        if (any) {
            rows.undoClear();
            beginAt(rows.least());
            grow();
        }
        return any;
    }

    /** Hides what another model of the same session has cleared. */
    void takeOver(LogTableModel before) {
        rows.clearLike(before.rows);
        beginAt(rows.least());
        grow();
    }

    public ShownRows rows() {
        return rows;
    }

    /** Returns the place in the log of a row of the window. */
    long place(int viewRow) {
        return base + viewRow;
    }

    /** Returns the row of the window at a place, or -1 if the window does not contain it. */
    int viewRow(long place) {
        return place >= base && place < base + count ? (int) (place - base) : -1;
    }

    /** Whether the window holds the rows between two places, and enough rows around them to scroll. */
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

    /**
     * Whether nothing has happened yet, except that the endpoint was opened.
     *
     * @param open whether the endpoint is open now
     */
    boolean hasOnlyOpened(boolean open) {
        return source.rows().count() == 0
                || open
                        && source.rows().count() == 1
                        && rows.countOfAll() == 1
                        && RowStyle.of(cache.get(0).row()) == RowStyle.OPENED;
    }

    public LogRow row(int viewRow) {
        return cache.get(rows.number(place(viewRow)));
    }

    /** Returns the row that stands above a row of the window; null if there is none. */
    Row before(int viewRow) {
        long place = place(viewRow) - 1;
        return place < rows.least() ? null : cache.get(rows.number(place)).row();
    }

    Words words() {
        return words;
    }

    /** Returns the time of the row of this number, in nanoseconds since 1970-01-01 UTC. */
    public long timeOf(long number) {
        return rowOf(number).row().epochNanos();
    }

    /** Returns the row of a number in the whole log, formatted as it is shown. */
    LogRow rowOf(long number) {
        return cache.get(number);
    }

    /** Returns the address of the client of a row; null if it has none. */
    String address(int viewRow) {
        Row row = row(viewRow).row();
        return row.remote() == null ? null : source.address(row);
    }

    public void close() {
        try {
            source.rows().close();
        } catch (IOException e) {
            log.debug("A reader was not closed", e);
        }
    }

    /** Shows the values of these fields behind the other columns. */
    void showFields(List<FieldColumn> columns) {
        List<FieldTableColumn> shown = new ArrayList<>();
        columns.forEach(column -> shown.add(new FieldTableColumn(column, shown.size())));
        fields = List.copyOf(shown);
        cache.fields(columns);
        fireRowsUpdated();
    }

    /** Returns the columns of fields. */
    List<FieldTableColumn> fields() {
        return fields;
    }

    /** Returns the column of an index. */
    ShownColumn column(int index) {
        int others = LogTableColumn.count();
        return index < others ? LogTableColumn.at(index) : fields.get(index - others);
    }

    @Override
    public int getRowCount() {
        return count;
    }

    @Override
    public int getColumnCount() {
        return LogTableColumn.count() + fields.size();
    }

    @Override
    public String getColumnName(int column) {
        return column(column).title(words);
    }

    @Override
    public Object getValueAt(int viewRow, int column) {
        return column(column).value(row(viewRow), this, viewRow);
    }

    /** Describes the kind of a row, and for an automatic message its sender. */
    String kind(Row row) {
        return row.origin().kind().isAutomatic() ? OriginWords.of(row.origin(), words) : kinds.get(RowStyle.of(row));
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
        labels = source.labels();
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
            fireTableRowsUpdated(count - 1, count - 1); // the window is full: listeners must learn that there are more
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
}
