package dev.earshot.ui.help;

import dev.earshot.ui.parts.Token;
import java.util.function.Supplier;
import javax.swing.JEditorPane;

/**
 * Shows one page of the guide as HTML, and renders it again at the same place when the theme changes. Only our own
 * pages are given to it.
 */
final class GuidePane extends JEditorPane {
    private transient Supplier<String> page = () -> "";

    GuidePane() {
        setName("guidePage");
        putClientProperty(W3C_LENGTH_UNITS, Boolean.TRUE); // else a pixel of a style is 1.3 of the screen's
        setContentType("text/html");
        setEditable(false);
    }

    /** Shows a page from its beginning. */
    void show(Supplier<String> html) {
        page = html;
        render();
        setCaretPosition(0);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (page != null) { // Swing calls this before the fields are set
            render();
        }
    }

    private void render() {
        setBackground(Token.TABLE.color());
        setText(page.get());
    }
}
