package dev.earshot.ui.parts;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;

/** Text on its way to the system's clipboard, which another program may hold just then. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Puts it there; or returns, in the system's words, why not. */
    public static Optional<String> put(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
