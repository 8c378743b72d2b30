package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** A wrapped sentence of a form with a drawing before it. It takes no room while it is empty. */
public final class Notice extends JPanel {
    private final JTextArea text = new JTextArea();
    private final int textWidth;

    /**
     * @param drawing may be null
     * @param width of drawing and text, in pixels before scaling
     */
    public Notice(String name, String drawing, Token token, int width) {
        super(new MigLayout("insets 0, gap 6", drawing == null ? "[]" : "[][]", "[top]"));
        textWidth = drawing == null ? width : width - 20;
        setOpaque(false);
        setVisible(false);
        if (drawing != null) {
            add(new PlainLabel(Icons.of(drawing, 14, token)), "gaptop 1");
        }
        text.setName(name);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setEditable(false);
        text.setFocusable(false);
        text.setOpaque(false);
        text.setForeground(new TokenColor(token));
        text.setBorder(BorderFactory.createEmptyBorder());
        add(text);
        dress();
    }

    /** Shows a sentence; an empty one hides the notice. */
    public void say(String sentence) {
        text.setText(sentence);
        setVisible(!sentence.isEmpty());
        // Only a text area that has its width knows how high it wants to be.
        text.setPreferredSize(null);
        text.setSize(UIScale.scale(textWidth), Short.MAX_VALUE);
        text.setPreferredSize(new Dimension(UIScale.scale(textWidth), text.getPreferredSize().height));
        revalidate();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (text != null) {
            dress();
        }
    }

    private void dress() {
        text.setFont(Theme.sans(12));
    }
}
