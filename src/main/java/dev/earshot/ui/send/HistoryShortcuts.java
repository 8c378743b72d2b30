package dev.earshot.ui.send;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the keys of the list of sent messages. */
final class HistoryShortcuts {
    private static final int PAGE = 8;

    /** Move in the list while the search field has the keyboard. */
    static final CommandTable<HistoryForm> MOVES = CommandTable.of(
            "",
            Command.unlisted(form -> form.move(-1), Keys.plain(KeyEvent.VK_UP)),
            Command.unlisted(form -> form.move(1), Keys.plain(KeyEvent.VK_DOWN)),
            Command.unlisted(form -> form.move(-PAGE), Keys.plain(KeyEvent.VK_PAGE_UP)),
            Command.unlisted(form -> form.move(PAGE), Keys.plain(KeyEvent.VK_PAGE_DOWN)));

    /** Puts the selected message into the send box. */
    static final Command<HistoryForm> TAKE =
            Command.of("ui.history.take", HistoryForm::take, Keys.plain(KeyEvent.VK_ENTER));

    /** Removes the selected message. */
    static final Command<HistoryForm> REMOVE =
            Command.of("ui.history.remove", HistoryForm::remove, Keys.plain(KeyEvent.VK_DELETE));

    /** Removes it from within the search field, where at the end of the text there is nothing to delete. */
    static final Command<HistoryForm> REMOVE_IN_FIELD = REMOVE.when(HistoryForm::isCaretAtEnd);

    /** Removes it wherever in the form the keyboard is. */
    static final Command<HistoryForm> REMOVE_ANYWHERE =
            Command.unlisted(HistoryForm::remove, Keys.shift(KeyEvent.VK_DELETE));

    private HistoryShortcuts() {}
}
