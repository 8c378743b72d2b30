package dev.earshot.ui.log;

import java.util.function.LongUnaryOperator;
import javax.swing.JComponent;

/**
 * Moves the selection by keys: by rows, by pages and to the ends. With Shift, the rows between are selected as well.
 */
final class LogKeys {
    private final LogTable table;
    private final LogView view;
    private final LogSelection selection;
    private final ShownRows rows;

    LogKeys(LogTable table, LogView view, LogSelection selection, ShownRows rows) {
        this.table = table;
        this.view = view;
        this.selection = selection;
        this.rows = rows;
    }

    void bind() {
        LogShortcuts.MOVES.bind(table, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this);
    }

    void oldest() {
        view.scroll(0);
    }

    void newest() {
        view.follow(true);
    }

    long first() {
        return rows.least();
    }

    long last() {
        return rows.end() - 1;
    }

    long pageBefore(long place) {
        return place - view.wholeRows();
    }

    long pageAfter(long place) {
        return place + view.wholeRows();
    }

    /**
     * Moves the selection.
     *
     * @param way gives the new place for the present one
     * @param extend whether the rows between are selected as well
     */
    void go(LongUnaryOperator way, boolean extend) {
        if (rows.count() == 0) {
            return;
        }
        // Without a row that leads, the first step is to one that is seen.
        long from = selection.lead() != ShownRows.NONE
                ? selection.lead()
                : view.following() ? rows.end() : view.firstPlace() - 1;
        long to = Math.max(rows.least(), Math.min(rows.end() - 1, way.applyAsLong(from)));
        if (extend) {
            selection.extend(to);
        } else {
            selection.select(to, to);
        }
        view.scrollTo(to);
    }
}
