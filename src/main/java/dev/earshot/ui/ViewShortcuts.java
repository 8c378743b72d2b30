package dev.earshot.ui;

import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the commands about the look of the window, with their keys. */
final class ViewShortcuts {
    static final Command<ViewCommands> DETAIL =
            Command.of("ui.menu.detail", ViewCommands::toggleDetail, Keys.menu(KeyEvent.VK_D));
    static final Command<ViewCommands> ON_TOP = Command.of("ui.menu.on.top", view -> view.toggle(WindowKeys.ON_TOP));
    static final Command<ViewCommands> WRAP = Command.of("ui.menu.wrap", view -> view.toggle(WindowKeys.WRAP_DETAIL));
    static final Command<ViewCommands> COMPACT =
            Command.of("ui.menu.compact", view -> view.toggle(WindowKeys.COMPACT_ROWS));
    static final Command<ViewCommands> LARGER =
            Command.of("ui.menu.larger", view -> view.changeFont(1), Keys.menu(KeyEvent.VK_PLUS));
    static final Command<ViewCommands> SMALLER =
            Command.of("ui.menu.smaller", view -> view.changeFont(-1), Keys.menu(KeyEvent.VK_MINUS));
    static final Command<ViewCommands> USUAL_SIZE =
            Command.of("ui.menu.usual.size", view -> view.changeFont(0), Keys.menu(KeyEvent.VK_0));

    /** The commands whose keys work in the whole window. */
    static final CommandTable<ViewCommands> IN_WINDOW =
            CommandTable.of("ui.keys.window", DETAIL, LARGER, SMALLER, USUAL_SIZE);

    /** The strokes for larger and smaller text on keyboards where plus needs Shift, and on number pads. */
    static final CommandTable<ViewCommands> OTHER_KEYS = CommandTable.of(
            "",
            Command.unlisted(
                    view -> view.changeFont(1),
                    Keys.menu(KeyEvent.VK_EQUALS),
                    Keys.shiftMenu(KeyEvent.VK_EQUALS),
                    Keys.menu(KeyEvent.VK_ADD)),
            Command.unlisted(view -> view.changeFont(-1), Keys.menu(KeyEvent.VK_SUBTRACT)),
            Command.unlisted(view -> view.changeFont(0), Keys.menu(KeyEvent.VK_NUMPAD0)));

    private ViewShortcuts() {}
}
