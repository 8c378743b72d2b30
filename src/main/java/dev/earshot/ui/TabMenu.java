package dev.earshot.ui;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.KeyHintMenuItem;
import dev.earshot.ui.plain.PlainCheckBoxMenuItem;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Adds the commands of a tab to a menu: to the File menu for the selected tab, to a tab's own menu for that tab. */
final class TabMenu implements PopupMenuListener {
    private final Tabs tabs;
    private final Words words;
    private final Supplier<SessionTab> tab;
    private final Map<JMenuItem, Command<TabShortcuts.Target>> commands = new LinkedHashMap<>();
    private final PlainCheckBoxMenuItem listen = new PlainCheckBoxMenuItem();
    private final KeyHintMenuItem rename = new KeyHintMenuItem();
    private final PlainMenuItem close = new PlainMenuItem();

    /**
     * Adds the commands to a menu.
     *
     * @param tab returns the tab that the commands are for, each time the menu opens
     */
    TabMenu(JPopupMenu menu, Tabs tabs, Words words, Supplier<SessionTab> tab) {
        this.tabs = tabs;
        this.words = words;
        this.tab = tab;
        commands.put(new PlainMenuItem(), TabShortcuts.DUPLICATE);
        commands.put(rename, TabShortcuts.RENAME);
        commands.put(listen, TabShortcuts.LISTEN_AT_START);
        commands.put(close, TabShortcuts.CLOSE);
        menu.add(newTabs());
        commands.forEach((item, command) -> menu.add(command.dress(item, words, this::target)));
        rename.setAccelerator(TabShortcuts.RENAME_KEY);
        menu.addPopupMenuListener(this);
    }

    private TabShortcuts.Target target() {
        return new TabShortcuts.Target(tabs, tab.get());
    }

    /** Makes the menu of new tabs of each kind; the stroke opens one of the first kind. */
    private PlainMenu newTabs() {
        String key = TabShortcuts.NEW.key();
        PlainMenu menu = new PlainMenu(words.of(key));
        menu.setName(key);
        menu.setMnemonic(words.mnemonic(key));
        for (EndpointKind kind : EndpointKinds.ALL) {
            PlainMenuItem item = new PlainMenuItem(words.nameOf(kind));
            item.setName(key + "." + kind.id());
            item.setAccelerator(kind == Settings.KIND.fallback() ? TabShortcuts.NEW.stroke() : null);
            item.addActionListener(e -> tabs.newTab(kind));
            menu.add(item);
        }
        return menu;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
        TabShortcuts.Target target = target();
        commands.forEach((item, command) -> item.setEnabled(command.isEnabled(target)));
        Settings settings = target.tab().settings();
        Words kindWords = words.forKind(settings.get(Settings.KIND));
        listen.setText(kindWords.of("ui.tab.listen"));
        listen.setMnemonic(kindWords.mnemonic("ui.tab.listen"));
        listen.setSelected(settings.get(Settings.LISTEN_AT_START));
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
        // Ctrl+W also works while the menu is closed, whatever the item was when it was open.
        close.setEnabled(true);
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent e) {}
}
