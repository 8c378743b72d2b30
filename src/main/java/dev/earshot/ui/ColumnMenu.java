package dev.earshot.ui;

import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.LogFields;
import dev.earshot.ui.log.LogTableColumn;
import dev.earshot.ui.plain.PlainCheckBoxMenuItem;
import dev.earshot.ui.plain.PlainMenuItem;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Fills a menu with the columns of the log, each of which it shows or hides. */
final class ColumnMenu {
    private ColumnMenu() {}

    /** @param fields returns the columns of fields of the shown tab; null if there is none */
    static void fill(JPopupMenu menu, ViewCommands view, Words words, Supplier<LogFields> fields) {
        for (LogTableColumn column : LogTableColumn.OPTIONAL) {
            PlainCheckBoxMenuItem item = new PlainCheckBoxMenuItem();
            item.setName("column." + column.name().toLowerCase(Locale.ROOT));
            item.setText(column.menuName(words));
            item.addActionListener(e -> view.toggle(column.shownKey()));
            // Only when it opens: the other menu of columns may have changed it.
            whenOpened(menu, () -> item.setSelected(view.settings().get(column.shownKey())));
            menu.add(item);
        }
        int fixed = menu.getComponentCount();
        whenOpened(menu, () -> fillFields(menu, fixed, words, fields.get()));
    }

    /** Lists the columns of fields behind the others, and the command that adds one. */
    private static void fillFields(JPopupMenu menu, int fixed, Words words, LogFields fields) {
        while (menu.getComponentCount() > fixed) {
            menu.remove(fixed);
        }
        if (fields == null) {
            return;
        }
        menu.addSeparator();
        for (FieldColumn column : fields.all()) {
            PlainCheckBoxMenuItem item = new PlainCheckBoxMenuItem();
            item.setText(column.title());
            item.setName("column.field." + column.name());
            item.setSelected(true);
            item.addActionListener(e -> fields.remove(column));
            menu.add(item);
        }
        PlainMenuItem add = new PlainMenuItem(words.of("ui.column.field"));
        add.setName("column.field");
        add.addActionListener(e -> fields.ask());
        menu.add(add);
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
