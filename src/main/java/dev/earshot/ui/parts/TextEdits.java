package dev.earshot.ui.parts;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Tells that a text has been edited, however it was. */
public final class TextEdits {
    private TextEdits() {}

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
