package dev.earshot.ui.log;

import dev.earshot.ui.parts.Keys;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.LongUnaryOperator;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Moves the selection by keys: by rows, by pages and to the ends. With Shift, the rows between are selected as well. */
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
        key(KeyEvent.VK_UP, 0, place -> place - 1);
        key(KeyEvent.VK_DOWN, 0, place -> place + 1);
        key(KeyEvent.VK_PAGE_UP, 0, place -> place - view.wholeRows());
        key(KeyEvent.VK_PAGE_DOWN, 0, place -> place + view.wholeRows());
        int menu = Keys.menu(KeyEvent.VK_HOME).getModifiers();
        key(KeyEvent.VK_HOME, menu, place -> rows.least());
        key(KeyEvent.VK_END, menu, place -> rows.end() - 1);
        key(Keys.plain(KeyEvent.VK_HOME), () -> view.scroll(0));
        key(Keys.plain(KeyEvent.VK_END), () -> view.follow(true));
    }

    private void key(int key, int modifiers, LongUnaryOperator way) {
        key(KeyStroke.getKeyStroke(key, modifiers), () -> go(way, false));
        key(KeyStroke.getKeyStroke(key, modifiers | InputEvent.SHIFT_DOWN_MASK), () -> go(way, true));
    }

    private void key(KeyStroke stroke, Runnable command) {
        Keys.bind(table, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, stroke, command);
    }

    private void go(LongUnaryOperator way, boolean extend) {
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
