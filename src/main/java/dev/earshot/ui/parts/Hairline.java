package dev.earshot.ui.parts;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.border.AbstractBorder;

/** A border of one pixel along the top or the bottom of a component. */
public final class Hairline extends AbstractBorder {
    private final boolean top;

    private Hairline(boolean top) {
        this.top = top;
    }

    public static Hairline top() {
        return new Hairline(true);
    }

    public static Hairline bottom() {
        return new Hairline(false);
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        g.setColor(Token.LINE.color());
        g.fillRect(x, top ? y : y + height - 1, width, 1);
    }

    @Override
    public Insets getBorderInsets(Component c, Insets insets) {
        insets.set(top ? 1 : 0, 0, top ? 0 : 1, 0);
        return insets;
    }
}
