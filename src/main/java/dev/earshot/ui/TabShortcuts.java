package dev.earshot.ui;

import dev.earshot.session.settings.Settings;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Declares the commands of the tabs with their keys. */
final class TabShortcuts {

    /** The tab that a command is for, and the window's tabs. */
    record Target(Tabs tabs, SessionTab tab) {
        private boolean isLive() {
            return !tab.isCapture();
        }

        private boolean isOneOfSeveral() {
            return tabs.hasSeveral();
        }

        private void toggleListenAtStart() {
            tabs.listenAtStart(tab, !tab.settings().get(Settings.LISTEN_AT_START));
        }
    }

    static final Command<Target> NEW = Command.<Target>of(
                    "ui.tab.new", to -> to.tabs().newTab(), Keys.menu(KeyEvent.VK_T))
            .withIcon("join");
    static final Command<Target> DUPLICATE = Command.<Target>of(
                    "ui.tab.duplicate", to -> to.tabs().duplicate(to.tab()))
            .when(Target::isLive);

    static final KeyStroke RENAME_KEY = Keys.plain(KeyEvent.VK_F2);

    /** Has no key here, because F2 only works while the tabs have the focus. */
    static final Command<Target> RENAME = Command.<Target>of(
                    "ui.tab.rename", to -> to.tabs().rename(to.tab()))
            .when(Target::isOneOfSeveral);

    static final Command<Target> LISTEN_AT_START =
            Command.<Target>of("ui.tab.listen", Target::toggleListenAtStart).when(Target::isLive);
    static final Command<Target> CLOSE = Command.<Target>of(
                    "ui.tab.close", to -> to.tabs().close(to.tab()), Keys.menu(KeyEvent.VK_W))
            .when(Target::isOneOfSeveral);

    /** The commands for the selected tab, whose keys work in the whole window. The File menu binds them. */
    static final CommandTable<Target> IN_WINDOW = CommandTable.of("ui.keys.window", NEW, CLOSE);

    /** The commands that select another tab. Their keys come before all others while there are several tabs. */
    static final CommandTable<TabStrip> OTHER_TAB = CommandTable.of(
            "ui.keys.window",
            Command.of(
                    "ui.keys.tab.next",
                    strip -> strip.next(1),
                    Keys.control(KeyEvent.VK_TAB),
                    Keys.control(KeyEvent.VK_PAGE_DOWN)),
            Command.of(
                    "ui.keys.tab.previous",
                    strip -> strip.next(-1),
                    Keys.controlShift(KeyEvent.VK_TAB),
                    Keys.control(KeyEvent.VK_PAGE_UP)));

    /** The commands whose keys work while the tabs have the focus. */
    static final CommandTable<TabStrip> ON_TABS = CommandTable.of(
            "ui.keys.tabs",
            Command.of("ui.tab.rename", TabStrip::renameSelected, RENAME_KEY),
            Command.of(
                    "ui.keys.menu",
                    TabStrip::menuByKey,
                    Keys.plain(KeyEvent.VK_CONTEXT_MENU),
                    Keys.shift(KeyEvent.VK_F10)));

    private TabShortcuts() {}
}
