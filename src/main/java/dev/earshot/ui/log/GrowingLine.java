package dev.earshot.ui.log;

import dev.earshot.journal.OpenMessage;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.Filter;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Session;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Graphics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Timer;
import javax.swing.table.TableColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The grey line below the last row of the log, which shows a message that has begun and not ended. Such a message has
 * no number yet. Of several it shows the one that grew last. It takes part in each refresh of the log, and reads the
 * beginning of a message until that is as long as what is shown. Confined to the EDT.
 */
final class GrowingLine extends PlainLabel {
    private static final Logger log = LoggerFactory.getLogger(GrowingLine.class);

    /** The time for which a message may be open before it is shown; most have ended by then. */
    private static final int PATIENCE_MILLIS = 300;

    private static final int SHOWN_BYTES = 1024;

    private final transient Session session;
    private final transient Words words;
    private final transient PeerLabel labels;
    private final LogTable table;
    private final transient RowPainter painter = new RowPainter();
    private final Timer later;
    private transient RowReader reader; // null: none was needed yet
    private int viewVersion;
    private transient OpenMessage latest;
    private transient byte[] beginning = {}; // of the latest one
    private transient LogRow shown;
    private int others;

    GrowingLine(Session session, Words words, LogTable table) {
        this.session = session;
        this.words = words;
        this.table = table;
        labels = new PeerLabel(session, words);
        later = new Timer(PATIENCE_MILLIS, e -> refresh());
        later.setRepeats(false);
        setName("logGrowing");
        setVisible(false);
        setToolTipText(words.of("ui.log.growing.tip"));
    }

    /** Shows the message that is growing now, if there is one. */
    void refresh() {
        List<OpenMessage> open = session.log().openSince(Long.MAX_VALUE);
        long old = System.currentTimeMillis() * 1_000_000 - PATIENCE_MILLIS * 1_000_000L;
        OpenMessage newest = null;
        int count = 0;
        for (OpenMessage one : open) {
            if (one.since() > old) {
                later.start(); // nothing else may happen until it is old enough
            } else if (passes(one)) {
                newest = newest == null || one.isLaterThan(newest) ? one : newest;
                count++;
            }
        }
        show(table.view().following() ? newest : null, count - 1);
    }

    /** Whether it is a message of the log as it is filtered. Of a search it is not known yet. */
    private boolean passes(OpenMessage one) {
        FilterResult filtered = session.log().filtered();
        Filter filter = filtered.filter();
        boolean searched = filtered.narrow() && filter.term() != null || filter.span() != null || filter.noted();
        return !searched && filter.passes(one.kind(), one.peer());
    }

    private void show(OpenMessage newest, int more) {
        boolean otherView = viewVersion != session.log().viewVersion();
        viewVersion = session.log().viewVersion();
        if (newest != null && (!newest.isSameAs(latest) || more != others || otherView)) {
            shown = read(newest, more);
            repaint();
        }
        latest = newest;
        others = more;
        boolean wanted = newest != null && shown != null;
        if (wanted != isVisible()) {
            setVisible(wanted); // which lays out the log anew
        } else if (wanted) {
            getParent().doLayout(); // below a last row that may be another one now
        }
    }

    private LogRow read(OpenMessage newest, int more) {
        try {
            reader = reader == null ? session.log().reader() : reader;
            // Not again once it is whole: its records may be a thousand, and the message grows with each refresh.
            boolean known = beginning.length == SHOWN_BYTES && newest.continues(latest);
            Row row = reader.readOpen(newest, SHOWN_BYTES, known ? beginning : null);
            if (row == null) {
                return null;
            }
            beginning = row.bytes();
            RowText text = new RowFormatter(session.log().lens(), MessageViews.CHOSEN, words).format(row);
            String growing = words.of("ui.log.growing", newest.length());
            getAccessibleContext().setAccessibleName(growing);
            List<String> tags = new ArrayList<>();
            if (more > 0) {
                tags.add(words.of("ui.log.growing.more", more));
            }
            tags.add(growing);
            LogRow plain = LogRow.of(text, labels.of(row.peerId(), row.remote()), words);
            return new LogRow(text, tags, plain.time(), plain.client(), plain.bytes(), List.of());
        } catch (IOException e) {
            log.debug("A growing message cannot be read", e); // it is read again when it has grown or ended
            return null;
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        int x = 0;
        if (shown == null) {
            return;
        }
        painter.setTextSize(table.textSize());
        for (TableColumn column : table.columns().fromLeft()) {
            int width = column.getWidth();
            Graphics cell = g.create(x, 0, width, getHeight());
            painter.setSize(width, getHeight());
            painter.showGrowing(shown, table.getModel().column(column.getModelIndex()), table.getModel());
            painter.paintComponent(cell);
            cell.dispose();
            x += width;
        }
    }

    void close() {
        later.stop();
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            log.debug("A reader was not closed", e);
        }
    }
}
