package dev.earshot.ui.log;

import java.awt.Point;
import java.util.function.Consumer;
import javax.swing.JScrollBar;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.event.TableModelEvent;

/**
 * Which part of the log is seen, however long it is. A height here is a {@code long} of pixels from where the row at place
 * 0 would begin; the table is only a window of it that goes along, and the scroll bar stands for all. Stays at the tail
 * until somebody scrolls away from it. Confined to the EDT.
 */
final class LogView {
    /** A scroll bar counts in ints: of a log that is higher in pixels, one step of it is several. */
    private static final int BAR = 2_000_000_000;

    private final LogTable table;
    private final LogTableModel model;
    private final Consumer<Boolean> followChanged;
    private final JScrollBar bar = new JScrollBar();
    private JViewport viewport = new JViewport();
    private boolean following = true;
    private long seenTop;
    private boolean exchanging;
    private boolean placing;
    private int barValue;

    /** @param followChanged is told whenever {@link #following} changes */
    LogView(LogTable table, LogTableModel model, Consumer<Boolean> followChanged) {
        this.table = table;
        this.model = model;
        this.followChanged = followChanged;
        bar.setName("logScrollBar");
        bar.setFocusable(false);
        bar.setVisible(false);
        bar.addAdjustmentListener(e -> barMoved());
    }

    JScrollBar bar() {
        return bar;
    }

    /** Connects it with the viewport into which the table has been put. */
    void watch(JViewport shown) {
        viewport = shown;
        viewport.addChangeListener(e -> scrolled());
    }

    boolean following() {
        return following;
    }

    void follow(boolean wanted) {
        if (following != wanted) {
            following = wanted;
            followChanged.accept(wanted);
        }
        if (wanted) {
            show(tail());
        }
    }

    /** While other rows take the place of these, that the view moves does not mean that somebody has scrolled. */
    void exchanging(boolean now) {
        exchanging = now;
    }

    /** The place of the row at the top of what is seen. */
    long firstPlace() {
        return seenTop / height();
    }

    /** The place of the row at the bottom of what is seen, or a higher one where there are not so many. */
    long lastPlace() {
        return Math.max(0, seenTop + extent() - 1) / height();
    }

    /** How many whole rows can be seen, at least 1. */
    int wholeRows() {
        return Math.max(1, extent() / height());
    }

    /** How far below the top of what is seen the row begins, in pixels. */
    long shift(long place) {
        return place * height() - seenTop;
    }

    /** Scrolls so that the row begins so far below the top of what is seen, as far as there is room. */
    void showAt(long place, long shift) {
        show(place * height() - shift);
    }

    /** Scrolls, if the row is not seen, so that it is in the middle. */
    void bringIntoView(long place) {
        if (!sees(place)) {
            showAt(place, (long) (extent() / 2 / height()) * height());
        }
    }

    /** Scrolls no further than needed for the row to be seen, as somebody who moves the selection expects. */
    void scrollTo(long place) {
        if (!sees(place)) {
            scroll(shift(place) < 0 ? place * height() : (place + 1) * height() - extent());
        }
    }

    private boolean sees(long place) {
        return shift(place) >= 0 && shift(place) + height() <= extent();
    }

    /** Scrolls as a person does: at the tail, the log is followed from then on. */
    void scroll(long top) {
        show(top);
        follow(seenTop >= tail());
    }

    private int height() {
        return table.getRowHeight();
    }

    private int extent() {
        return viewport.getExtentSize().height;
    }

    private long head() {
        return model.rows().least() * height();
    }

    private long tail() {
        return Math.max(head(), model.rows().end() * height() - extent());
    }

    private void show(long wanted) {
        if (placing) {
            return;
        }
        placing = true;
        try {
            place(Math.max(head(), Math.min(tail(), wanted)));
        } finally {
            placing = false;
        }
        moveBar();
    }

    private void place(long top) {
        if (!windowHolds(top)) {
            model.moveWindow((top + extent() / 2) / height());
        }
        // Not scrollRectToVisible: it would also scroll back to the left and needs the row's rectangle.
        viewport.validate();
        int y = (int) (top - model.place(0) * height());
        viewport.setViewPosition(new Point(0, y));
        seenTop = top;
        // The height of a table that has just grown is known only after the next layout.
        if (viewport.getViewPosition().y < y) {
            table.revalidate();
        }
    }

    /** Rows have come or gone: what is seen stays where it is, unless it is the tail or is not there any more. */
    void changed(TableModelEvent event) {
        if (!placing) {
            boolean others = event.getLastRow() == Integer.MAX_VALUE;
            show(following ? tail() : others ? head() : seenTop);
        }
    }

    /** Tells scrolling by the person, which moves the view, from growth and resizing, which do not. */
    private void scrolled() {
        if (placing) {
            return;
        }
        long top = model.place(0) * height() + viewport.getViewPosition().y;
        boolean byPerson = !exchanging && top != seenTop && !(following && top >= tail());
        seenTop = top;
        if (byPerson || !windowHolds(top)) {
            show(top);
        } else {
            moveBar();
        }
        if (byPerson) {
            follow(top >= tail());
        } else if (following && top != tail()) {
            SwingUtilities.invokeLater(this::showTailIfFollowing);
        }
    }

    private boolean windowHolds(long top) {
        return model.windowHolds(top / height(), (top + extent()) / height());
    }

    private void showTailIfFollowing() {
        if (following) {
            show(tail());
        }
    }

    private void barMoved() {
        if (!placing && bar.getValue() == barValue) {
            moveBar(); // it was let go: meanwhile there may be more rows
        } else if (!placing) {
            barValue = bar.getValue();
            int room = bar.getMaximum() - bar.getVisibleAmount();
            double part = room <= 0 ? 0 : (double) bar.getValue() / room;
            scroll(head() + Math.round(part * (tail() - head())));
        }
    }

    private void moveBar() {
        if (bar.getValueIsAdjusting()) {
            return; // it is in somebody's hand
        }
        placing = true;
        long all = Math.max(extent(), tail() - head() + extent());
        double scale = Math.min(1, (double) BAR / all);
        int shown = (int) Math.max(1, Math.round(extent() * scale));
        int range = (int) Math.min(BAR, all);
        int room = range - shown;
        long way = tail() - head();
        int value = way == 0 ? 0 : (int) Math.round((double) (seenTop - head()) / way * room);
        bar.setValues(value, shown, 0, range);
        bar.setUnitIncrement((int) Math.max(1, Math.round(height() * scale)));
        bar.setBlockIncrement(Math.max(1, shown - bar.getUnitIncrement()));
        bar.setVisible(way > 0);
        barValue = bar.getValue();
        placing = false;
    }
}
