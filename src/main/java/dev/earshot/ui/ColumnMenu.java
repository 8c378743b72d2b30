package dev.earshot.ui;

import dev.earshot.session.Words;
import dev.earshot.ui.log.LogTableColumn;
import dev.earshot.ui.parts.PlainCheckBoxMenuItem;
import java.util.Locale;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Fills a menu with the columns of the log, each of which it shows or hides. */
final class ColumnMenu {
    private ColumnMenu() {}

    static void fill(JPopupMenu menu, ViewCommands view, Words words) {
        for (LogTableColumn column : LogTableColumn.OPTIONAL) {
            PlainCheckBoxMenuItem item = new PlainCheckBoxMenuItem();
            item.setName("column." + column.name().toLowerCase(Locale.ROOT));
            item.setText(column.menuName(words));
            item.addActionListener(e -> view.toggle(column.shownKey()));
            // Only when it opens: the other menu of columns may have changed it.
            whenOpened(menu, () -> item.setSelected(view.settings().get(column.shownKey())));
            menu.add(item);
        }
    }

    /** Runs a task each time before a menu is shown. */
    static void whenOpened(JPopupMenu menu, Runnable task) {
        menu.addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                task.run();
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {}
        });
    }
}
