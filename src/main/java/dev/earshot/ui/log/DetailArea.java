package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.Document;

/** A text that can be read and copied, with marked hits of the search. Confined to the EDT. */
class DetailArea extends JTextArea {
    private static final DefaultHighlightPainter HIT = new DefaultHighlightPainter(new TokenColor(Token.HIT));

    /** @param label names the text for assistive tools */
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    DetailArea(String name, String label) {
        setName(name);
        setEditable(false);
        setBackground(new TokenColor(Token.TABLE));
        setMargin(new Insets(UIScale.scale(8), UIScale.scale(12), UIScale.scale(8), UIScale.scale(12)));
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        getAccessibleContext().setAccessibleName(label);
    }

    /**
     * Shows a text from its beginning.
     *
     * @param hits pairs of a beginning and an end in it
     */
    final void show(Document text, int... hits) {
        getHighlighter().removeAllHighlights();
        setDocument(text);
        setCaretPosition(0);
        try {
            for (int i = 0; i < hits.length; i += 2) {
                getHighlighter().addHighlight(hits[i], hits[i + 1], HIT);
            }
        } catch (BadLocationException e) {
            throw new AssertionError("Hits are within what was made with them", e);
        }
    }
}
