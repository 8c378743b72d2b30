package dev.earshot.ui.reply;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the keys of the box that chooses an answer. */
final class ReplyShortcuts {
    /** Opens the closed list by the keys that move in the open one. */
    static final Command<ReplyBox> OPEN_CHOICES = Command.<ReplyBox>unlisted(
                    ReplyBox::showPopup,
                    Keys.plain(KeyEvent.VK_DOWN),
                    Keys.plain(KeyEvent.VK_UP),
                    Keys.plain(KeyEvent.VK_PAGE_DOWN),
                    Keys.plain(KeyEvent.VK_PAGE_UP),
                    Keys.plain(KeyEvent.VK_HOME),
                    Keys.plain(KeyEvent.VK_END))
            .when(box -> !box.isPopupVisible());

    private ReplyShortcuts() {}
}
