package dev.earshot.ui.compare;

import dev.earshot.session.compare.ComparedMessage;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import java.awt.Frame;
import java.awt.Window;

/** Opens windows that compare messages, and remembers the first message of the next one. Confined to the EDT. */
public final class Comparisons {
    private ComparedMessage marked; // null: none

    /** Remembers a message for {@link #compareWithMarked}. */
    public void mark(ComparedMessage message) {
        marked = message;
    }

    /** Whether a message is remembered. */
    public boolean hasMarked() {
        return marked != null;
    }

    /** Compares a message with the remembered one, which stands on the left. */
    public void compareWithMarked(ComparedMessage message, Frame owner, Settings settings, Words words) {
        compare(marked, message, owner, settings, words);
    }

    /** Opens a window with two messages. */
    public void compare(ComparedMessage left, ComparedMessage right, Frame owner, Settings settings, Words words) {
        new CompareWindow(owner, settings, words, left, right).open();
    }

    /** Shows the open comparisons over a window in another language. */
    public static void translate(Frame owner, Settings settings, Words words) {
        for (Window window : owner.getOwnedWindows()) {
            if (window instanceof CompareWindow open && open.isVisible()) {
                open.translate(owner, settings, words);
            }
        }
    }
}
