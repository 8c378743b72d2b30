package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.Document;

/** A text that can be read and copied, with marked hits of the search. Confined to the EDT. */
class DetailArea extends JTextArea {
    private static final DefaultHighlightPainter HIT = new DefaultHighlightPainter(new TokenColor(Token.HIT));

    private final transient List<Object> marks = new ArrayList<>(); // of the hits

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

    private static boolean isSame(Document one, Document other) throws BadLocationException {
        int length = one.getLength();
        return length == other.getLength() && one.getText(0, length).equals(other.getText(0, length));
    }

    /**
     * Shows a text from its beginning. The same text as before stays where it is, with its selection.
     *
     * @param hits pairs of a beginning and an end in it
     */
    final void show(Document text, int... hits) {
        marks.forEach(getHighlighter()::removeHighlight); // not those of the selection
        marks.clear();
        try {
            if (!isSame(text, getDocument())) {
                setDocument(text);
                setCaretPosition(0);
            }
            for (int i = 0; i < hits.length; i += 2) {
                marks.add(getHighlighter().addHighlight(hits[i], hits[i + 1], HIT));
            }
        } catch (BadLocationException e) {
            throw new AssertionError("Hits are within what was made with them", e);
        }
    }
}
