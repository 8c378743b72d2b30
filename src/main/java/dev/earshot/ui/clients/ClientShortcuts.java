package dev.earshot.ui.clients;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** The commands for the chosen clients of the list, with their keys. */
public final class ClientShortcuts {
    static final Command<ClientListView> RENAME = Command.of(
            "ui.client.rename", list -> list.withChosen(ClientMenu::renameFirst), Keys.plain(KeyEvent.VK_F2));
    static final Command<ClientListView> COPY =
            Command.of("ui.client.copy", list -> list.withChosen(ClientMenu::copyAddresses), Keys.menu(KeyEvent.VK_C));
    static final Command<ClientListView> DISCONNECT = Command.of(
            "ui.client.disconnect", list -> list.withChosen(ClientMenu::disconnect), Keys.plain(KeyEvent.VK_DELETE));
    static final Command<ClientListView> ABORT =
            Command.of("ui.client.abort", list -> list.withChosen(ClientMenu::abort), Keys.shift(KeyEvent.VK_DELETE));

    /** The commands whose keys work while the list has the focus. */
    public static final CommandTable<ClientListView> IN_LIST = CommandTable.of(
            "ui.keys.clients",
            Command.of("ui.keys.clients.all", ClientListView::chooseAll, Keys.menu(KeyEvent.VK_A)),
            Command.of("ui.client.send.to", list -> list.withChosen(ClientMenu::sendTo), Keys.plain(KeyEvent.VK_ENTER)),
            RENAME,
            COPY,
            DISCONNECT,
            ABORT,
            Command.of(
                    "ui.keys.menu",
                    list -> list.withChosen((menu, chosen) -> menu.openAtLead(list)),
                    Keys.plain(KeyEvent.VK_CONTEXT_MENU),
                    Keys.shift(KeyEvent.VK_F10)));

    private ClientShortcuts() {}
}
