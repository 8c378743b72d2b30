package dev.earshot.ui.compare;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the commands of the window that compares messages, with their keys. */
public final class CompareShortcuts {
    static final Command<CompareWindow> NEXT = Command.<CompareWindow>of(
                    "ui.compare.next", window -> window.go(1), Keys.plain(KeyEvent.VK_F7))
            .withIcon("in");
    static final Command<CompareWindow> PREVIOUS = Command.<CompareWindow>of(
                    "ui.compare.previous", window -> window.go(-1), Keys.shift(KeyEvent.VK_F7))
            .withIcon("out");

    /** The commands whose keys work in the whole window. */
    public static final CommandTable<CompareWindow> IN_WINDOW = CommandTable.of("ui.keys.compare", NEXT, PREVIOUS);

    private CompareShortcuts() {}
}
