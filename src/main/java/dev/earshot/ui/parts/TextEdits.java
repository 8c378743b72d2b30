package dev.earshot.ui.parts;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Makes document listeners that report every edit alike. */
public final class TextEdits {
    private TextEdits() {}

    /** Makes a listener that runs an action after each edit of a text. */
    public static DocumentListener listener(Runnable edited) {
        return new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                edited.run();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                edited.run();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                // Of attributes only: a plain text has none.
            }
        };
    }
}
