package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Token;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * Arranges the text of a message, its fields and its hex dump side by side. The dump has the width that it needs. Where
 * the rest is too narrow for text and fields, only the chosen one is shown. Confined to the EDT.
 */
final class DetailBody extends JPanel {
    /** The least width of text and fields together. */
    private static final int BOTH = 440;

    private final JComponent text;
    private final JComponent hex;
    private JComponent fields; // null: there are none
    private int hexWidth;

    DetailBody(JComponent text, JComponent hex) {
        super(null);
        this.text = text;
        this.hex = hex;
        add(text);
        add(hex);
    }

    /** Sets the component beside the text, or null for none. */
    void setFields(JComponent shown) {
        if (fields != shown) {
            if (fields != null) {
                remove(fields);
            }
            if (shown != null) {
                add(shown);
            }
            fields = shown;
            revalidate();
            repaint();
        }
    }

    /** Sets the width of the hex dump in pixels. */
    void setHexWidth(int width) {
        if (hexWidth != width) {
            hexWidth = width;
            revalidate();
            repaint();
        }
    }

    /** Returns the width of the text, in pixels. */
    int textWidth() {
        return text.getWidth();
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        int line = 1;
        int hexLeft = Math.max(width / 4, width - hexWidth);
        boolean both = fields != null && hexLeft >= UIScale.scale(BOTH);
        text.setVisible(fields == null || both);
        int split = fields == null ? hexLeft : both ? hexLeft * 2 / 5 : 0;
        text.setBounds(0, 0, split, height);
        if (fields != null) {
            int from = both ? split + line : 0;
            fields.setBounds(from, 0, hexLeft - from, height);
        }
        hex.setBounds(hexLeft + line, 0, width - hexLeft - line, height);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Token.LINE.color()); // is seen between the parts
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, 0);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(hexWidth + UIScale.scale(BOTH), UIScale.scale(60));
    }
}
