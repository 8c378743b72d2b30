package dev.earshot.ui.parts;

import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** A sentence that takes as many lines as its width needs. The text is plain, never HTML. */
public final class WrappedText extends JTextArea {
    private int fitted = -1; // the width for which the height was computed

    /** @param token the colour of the text */
    public WrappedText(String name, Token token) {
        setName(name);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setForeground(new TokenColor(token));
        setBorder(BorderFactory.createEmptyBorder());
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                if (getWidth() != fitted) {
                    fitted = getWidth();
                    revalidate(); // only now is it known how many lines there are
                }
            }
        });
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(Theme.sans(13));
    }

    /**
     * The width of one letter, so that a layout may make it as narrow as it has to, and the height that its width
     * needs.
     */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getColumnWidth(), super.getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }
}
