package dev.earshot.ui.parts;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;

/** Puts text on the clipboard of the system, which another program may block. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Puts a text on the clipboard. Returns the reason of the system if that fails, else nothing. */
    public static Optional<String> put(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
