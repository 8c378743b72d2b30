package dev.earshot.ui;

import dev.earshot.session.EndpointKind;
import dev.earshot.session.EndpointKinds;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainCheckBoxMenuItem;
import dev.earshot.ui.parts.PlainMenu;
import dev.earshot.ui.parts.PlainMenuItem;
import java.util.function.Supplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** What can be done with a tab: in the File menu with the chosen one, in a tab's own menu with that one. */
final class TabMenu implements PopupMenuListener {
    private final Tabs tabs;
    private final Words words;
    private final Supplier<SessionTab> tab;
    private final PlainMenuItem rename;
    private final PlainMenuItem close;
    private final PlainCheckBoxMenuItem listen = new PlainCheckBoxMenuItem();
    private final PlainMenuItem duplicate;

    /** Adds the commands to this menu, for the tab that is asked for when it opens. */
    TabMenu(JPopupMenu menu, Tabs tabs, Words words, Supplier<SessionTab> tab) {
        this.tabs = tabs;
        this.words = words;
        this.tab = tab;
        menu.add(fresh());
        duplicate = dress(new PlainMenuItem(), "ui.tab.duplicate", null, () -> tabs.duplicate(tab.get()));
        rename = dress(new PlainMenuItem(), "ui.tab.rename", null, () -> tabs.rename(tab.get()));
        dress(listen, "ui.tab.listen", null, () -> tabs.listenAtStart(tab.get(), listen.isSelected()));
        close = dress(
                new PlainMenuItem(), "ui.tab.close", WindowShortcuts.CLOSE_TAB.stroke(), () -> tabs.close(tab.get()));
        menu.add(duplicate);
        menu.add(rename);
        menu.add(listen);
        menu.add(close);
        menu.addPopupMenuListener(this);
    }

    /** A new tab of each kind; the first is what the key opens. */
    private PlainMenu fresh() {
        PlainMenu menu = new PlainMenu(words.of("ui.tab.new"));
        menu.setName("ui.tab.new");
        menu.setMnemonic(words.mnemonic("ui.tab.new"));
        for (EndpointKind kind : EndpointKinds.ALL) {
            PlainMenuItem item = new PlainMenuItem(kind.name(words));
            item.setName("ui.tab.new." + kind.id());
            item.setAccelerator(kind == Settings.KIND.fallback() ? WindowShortcuts.NEW_TAB.stroke() : null);
            item.addActionListener(e -> tabs.newTab(kind));
            menu.add(item);
        }
        return menu;
    }

    private <I extends JMenuItem> I dress(I item, String key, KeyStroke stroke, Runnable command) {
        item.setName(key);
        item.setText(words.of(key));
        item.setMnemonic(words.mnemonic(key));
        item.setAccelerator(stroke);
        item.addActionListener(e -> command.run());
        return item;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
        SessionTab about = tab.get();
        boolean several = tabs.several();
        rename.setEnabled(several);
        close.setEnabled(several);
        duplicate.setEnabled(!about.isCapture());
        listen.setEnabled(!about.isCapture());
        Words spoken = words.forKind(about.settings().get(Settings.KIND));
        listen.setText(spoken.of("ui.tab.listen"));
        listen.setMnemonic(spoken.mnemonic("ui.tab.listen"));
        listen.setSelected(about.settings().get(Settings.LISTEN_AT_START));
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
        // Ctrl+W works while the menu is closed as well, whatever it said when it was open.
        close.setEnabled(true);
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent e) {}
}
