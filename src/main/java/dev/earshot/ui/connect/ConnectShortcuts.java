package dev.earshot.ui.connect;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** The commands that open and close an endpoint, with their keys. */
public final class ConnectShortcuts {
    static final Command<ConnectBar> START =
            Command.of("ui.keys.start", ConnectBar::startOrStop, Keys.plain(KeyEvent.VK_F5));

    /** The commands whose keys work in the whole window. */
    public static final CommandTable<ConnectBar> IN_WINDOW = CommandTable.of("ui.keys.window", START);

    /** The commands whose keys work while an address or a port is typed. */
    public static final CommandTable<Runnable> IN_ADDRESS = CommandTable.of(
            "ui.keys.address", Command.of("ui.keys.address.enter", Runnable::run, Keys.plain(KeyEvent.VK_ENTER)));

    private ConnectShortcuts() {}
}
