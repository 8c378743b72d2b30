package dev.earshot.ui;

import dev.earshot.ui.clients.ClientShortcuts;
import dev.earshot.ui.connect.ConnectShortcuts;
import dev.earshot.ui.log.LogShortcuts;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.ListEditor;
import dev.earshot.ui.send.SendShortcuts;
import java.awt.event.KeyEvent;
import java.util.List;

/** What can be done with the window and its tabs, and by which keys; and the list of all such tables. */
final class WindowShortcuts {
    static final Command<MainWindow> OPEN =
            Command.of("ui.menu.open", MainWindow::openCapture, Keys.menu(KeyEvent.VK_O));
    static final Command<MainWindow> SAVE =
            Command.of("ui.menu.save", MainWindow::saveCapture, Keys.menu(KeyEvent.VK_S));
    static final Command<MainWindow> QUIT = Command.of("ui.menu.quit", MainWindow::quit, Keys.menu(KeyEvent.VK_Q));
    static final Command<MainWindow> DETAIL =
            Command.of("ui.menu.detail", MainWindow::turnDetail, Keys.menu(KeyEvent.VK_D));
    static final Command<MainWindow> NEW_TAB =
            Command.of("ui.tab.new", window -> window.tabs().newTab(), Keys.menu(KeyEvent.VK_T));
    static final Command<MainWindow> CLOSE_TAB = Command.of(
            "ui.tab.close", window -> window.tabs().close(window.tabs().selected()), Keys.menu(KeyEvent.VK_W));

    /** Hold in the whole window. */
    static final CommandTable<MainWindow> IN_WINDOW =
            CommandTable.of("ui.keys.window", OPEN, SAVE, QUIT, DETAIL, NEW_TAB, CLOSE_TAB);

    /** Hold in the whole window too, and go to another part of it. */
    static final CommandTable<Workspace> PANES = CommandTable.of(
            "ui.keys.window",
            Command.of("ui.keys.pane.next", shown -> shown.nextPane(1), Keys.plain(KeyEvent.VK_F6)),
            Command.of("ui.keys.pane.previous", shown -> shown.nextPane(-1), Keys.shift(KeyEvent.VK_F6)));

    /** Hold in the whole window before anything else, while there are several tabs. */
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

    /** Hold while the tabs have the keyboard. */
    static final CommandTable<TabStrip> ON_TABS = CommandTable.of(
            "ui.keys.tabs",
            Command.of("ui.tab.rename", TabStrip::renameSelected, Keys.plain(KeyEvent.VK_F2)),
            Command.of(
                    "ui.keys.menu",
                    TabStrip::menuByKey,
                    Keys.plain(KeyEvent.VK_CONTEXT_MENU),
                    Keys.shift(KeyEvent.VK_F10)));

    /** All tables, in the order in which a person reads them. */
    static final List<CommandTable<?>> ALL = List.of(
            SendShortcuts.IN_BOX,
            SendShortcuts.EDITS,
            ConnectShortcuts.IN_WINDOW,
            SendShortcuts.IN_WINDOW,
            LogShortcuts.IN_WINDOW,
            IN_WINDOW,
            OTHER_TAB,
            PANES,
            ConnectShortcuts.IN_ADDRESS,
            LogShortcuts.IN_LOG,
            LogShortcuts.MOVES,
            LogShortcuts.IN_FILTER,
            ClientShortcuts.IN_LIST,
            ListEditor.KEYS,
            ON_TABS);

    private WindowShortcuts() {}
}
