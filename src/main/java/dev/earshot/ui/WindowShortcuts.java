package dev.earshot.ui;

import dev.earshot.ui.clients.ClientShortcuts;
import dev.earshot.ui.compare.CompareShortcuts;
import dev.earshot.ui.connect.ConnectShortcuts;
import dev.earshot.ui.log.LogShortcuts;
import dev.earshot.ui.log.detail.FieldShortcuts;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.ListShortcuts;
import dev.earshot.ui.plot.PlotShortcuts;
import dev.earshot.ui.send.SendShortcuts;
import java.awt.event.KeyEvent;
import java.util.List;

/** Declares the commands of the window with their keys, and lists the command tables of all packages. */
final class WindowShortcuts {
    static final Command<CaptureFiles> OPEN = Command.of("ui.menu.open", CaptureFiles::open, Keys.menu(KeyEvent.VK_O));
    static final Command<CaptureFiles> SAVE = Command.of("ui.menu.save", CaptureFiles::save, Keys.menu(KeyEvent.VK_S));
    static final Command<ProfileFiles> OPEN_PROFILE = Command.of("ui.menu.profile.open", ProfileFiles::open);
    static final Command<ProfileFiles> SAVE_PROFILE =
            Command.<ProfileFiles>of("ui.menu.profile.save", ProfileFiles::save).when(ProfileFiles::canSave);
    static final Command<MainWindow> QUIT =
            Command.of("ui.menu.quit", MainWindow::askAndQuit, Keys.menu(KeyEvent.VK_Q));

    static final Command<MainWindow> GUIDE =
            Command.of("ui.menu.guide", window -> window.help().openGuide(), Keys.plain(KeyEvent.VK_F1));

    /** The commands for captures, whose keys work everywhere in the window. */
    static final CommandTable<CaptureFiles> FILES = CommandTable.of("ui.keys.window", OPEN, SAVE);

    /** The commands of the window, whose keys work everywhere in it. */
    static final CommandTable<MainWindow> IN_WINDOW = CommandTable.of("ui.keys.window", QUIT, GUIDE);

    /** The commands that move the focus to another pane of the window. */
    static final CommandTable<Workspace> PANES = CommandTable.of(
            "ui.keys.window",
            Command.of("ui.keys.pane.next", shown -> shown.nextPane(1), Keys.plain(KeyEvent.VK_F6)),
            Command.of("ui.keys.pane.previous", shown -> shown.nextPane(-1), Keys.shift(KeyEvent.VK_F6)));

    static final Command<TabWindows> LAYOUTS =
            Command.of("ui.menu.layouts", TabWindows::openLayouts, Keys.shiftMenu(KeyEvent.VK_B));

    /** The commands that open windows of a tab, whose keys work everywhere in the window. */
    static final CommandTable<TabWindows> IN_TAB = CommandTable.of("ui.keys.window", LAYOUTS);

    /** The tables of all commands, in the order in which Help &gt; Keys shows them. */
    static final List<CommandTable<?>> ALL = List.of(
            SendShortcuts.IN_BOX,
            SendShortcuts.EDITS,
            ConnectShortcuts.IN_WINDOW,
            SendShortcuts.IN_WINDOW,
            LogShortcuts.IN_WINDOW,
            LogShortcuts.NOTES_IN_WINDOW,
            PlotShortcuts.IN_WINDOW,
            IN_TAB,
            FILES,
            IN_WINDOW,
            ViewShortcuts.IN_WINDOW,
            TabShortcuts.IN_WINDOW,
            TabShortcuts.OTHER_TAB,
            PANES,
            ConnectShortcuts.IN_ADDRESS,
            LogShortcuts.IN_LOG,
            LogShortcuts.MOVES,
            FieldShortcuts.IN_FIELDS,
            FieldShortcuts.IN_DUMP,
            FieldShortcuts.IN_TEXT,
            LogShortcuts.IN_FILTER,
            ClientShortcuts.IN_LIST,
            PlotShortcuts.IN_PLOT,
            PlotShortcuts.IN_SERIES,
            ListShortcuts.IN_LIST,
            CompareShortcuts.IN_WINDOW,
            TabShortcuts.ON_TABS);

    private WindowShortcuts() {}
}
