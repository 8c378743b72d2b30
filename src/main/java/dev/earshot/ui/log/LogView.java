package dev.earshot.ui.log;

import java.awt.Point;
import java.util.function.Consumer;
import javax.swing.JScrollBar;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.event.TableModelEvent;

/**
 * The visible part of a log of any length, and its scroll bar. Heights are {@code long}s, in pixels from where the row
 * at place 0 would begin; the table is only a window of the rows that moves along. The view follows the tail until a
 * person scrolls away from it. Confined to the EDT.
 */
final class LogView {
    /** Limits the length of the scroll bar, which counts in ints. In a longer log one step is several pixels. */
    private static final int BAR = 2_000_000_000;

    private final LogTable table;
    private final LogTableModel model;
    private final Consumer<Boolean> followChanged;
    private final JScrollBar bar = new JScrollBar();
    private JViewport viewport = new JViewport();
    private boolean following = true;
    private boolean paused; // does not follow only because of a row that is looked at
    private long seenTop;
    private boolean exchanging;
    private boolean placing;
    private int barValue;

    /** @param followChanged takes each change of {@link #following} */
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

    /** Connects the view with the viewport that holds the table. */
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
            paused = false;
            followChanged.accept(wanted);
        }
        if (wanted) {
            show(tail());
        }
    }

    /** Stops following as long as a person looks at a row. */
    void pause() {
        if (following) {
            follow(false);
            paused = true;
        }
    }

    /** Follows again after a {@link #pause}, unless the person has scrolled away meanwhile. */
    void resume() {
        if (paused) {
            follow(true);
        }
    }

    /** Marks that something is shown over the rows, so that scrolling must not copy it along. */
    void overlaid(boolean now) {
        viewport.setScrollMode(now ? JViewport.SIMPLE_SCROLL_MODE : JViewport.BLIT_SCROLL_MODE);
    }

    /** Marks that rows are being replaced, so that a move of the view is not taken for scrolling. */
    void exchanging(boolean now) {
        exchanging = now;
    }

    /** Returns the place of the top row in view. */
    long firstPlace() {
        return seenTop / height();
    }

    /** Returns the place of the bottom row in view; a higher one if the rows do not fill the view. */
    long lastPlace() {
        return Math.max(0, seenTop + extent() - 1) / height();
    }

    /** Returns the number of whole rows that fit into the view, at least 1. */
    int wholeRows() {
        return Math.max(1, extent() / height());
    }

    /** Returns the distance in pixels from the top of the view to a row. */
    long shift(long place) {
        return place * height() - seenTop;
    }

    /** Scrolls so that the row begins this many pixels below the top of the view, as far as possible. */
    void showAt(long place, long shift) {
        show(place * height() - shift);
    }

    /** Scrolls a row that is not in view to the middle. */
    void bringIntoView(long place) {
        if (!sees(place)) {
            showAt(place, (long) (extent() / 2 / height()) * height());
        }
    }

    /** Scrolls just as far as needed to bring the row into view, as moving the selection by keys does. */
    void scrollTo(long place) {
        if (!sees(place)) {
            show(shift(place) < 0 ? place * height() : (place + 1) * height() - extent());
        }
    }

    private boolean sees(long place) {
        return shift(place) >= 0 && shift(place) + height() <= extent();
    }

    /** Scrolls for a person, and follows the log from then on if that shows its tail. */
    void scroll(long top) {
        paused = false;
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

    /**
     * Adapts to rows that have come or gone: the view keeps its rows, unless it follows the tail or they were removed.
     */
    void changed(TableModelEvent event) {
        if (!placing) {
            boolean others = event.getLastRow() == Integer.MAX_VALUE;
            show(following ? tail() : others ? head() : seenTop);
        }
    }

    /** Distinguishes scrolling by a person, which moves the view, from growth and resizing, which do not. */
    private void scrolled() {
        if (placing) {
            return;
        }
        long top = model.place(0) * height() + viewport.getViewPosition().y;
        boolean larger = seenTop > tail(); // no person scrolls there: there is room for more rows at the top
        boolean byPerson = !exchanging && !larger && top != seenTop && !(following && top >= tail());
        seenTop = top;
        if (byPerson || !windowHolds(top)) {
            show(top);
        } else {
            moveBar();
        }
        if (byPerson) {
            paused = false;
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
