package dev.earshot.ui.parts;

import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenuItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Gives a table or list a context menu of commands. Those that cannot be given now are disabled in it. */
public final class RowMenu {
    private RowMenu() {}

    /** @param target carries out the commands */
    public static <T> void attach(JComponent rows, List<? extends Command<? super T>> commands, Words words, T target) {
        JPopupMenu menu = new JPopupMenu();
        Map<PlainMenuItem, Command<? super T>> items = new LinkedHashMap<>();
        for (Command<? super T> command : commands) {
            PlainMenuItem item = new PlainMenuItem(words.of(command.key()));
            item.setName("row." + command.key());
            item.setAccelerator(command.stroke());
            item.addActionListener(e -> command.run(target, 0));
            items.put(item, command);
            menu.add(item);
        }
        menu.addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                items.forEach((item, command) -> item.setEnabled(command.isEnabled(target)));
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {}
        });
        rows.setComponentPopupMenu(menu);
    }
}
