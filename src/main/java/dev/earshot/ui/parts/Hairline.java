package dev.earshot.ui.parts;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.border.AbstractBorder;

/** A border of one pixel along one side of a component. */
public final class Hairline extends AbstractBorder {
    private final transient Side side;

    private enum Side {
        TOP,
        BOTTOM,
        RIGHT
    }

    private Hairline(Side side) {
        this.side = side;
    }

    public static Hairline top() {
        return new Hairline(Side.TOP);
    }

    public static Hairline bottom() {
        return new Hairline(Side.BOTTOM);
    }

    public static Hairline right() {
        return new Hairline(Side.RIGHT);
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        g.setColor(Token.LINE.color());
        switch (side) {
            case TOP -> g.fillRect(x, y, width, 1);
            case BOTTOM -> g.fillRect(x, y + height - 1, width, 1);
            case RIGHT -> g.fillRect(x + width - 1, y, 1, height);
        }
    }

    @Override
    public Insets getBorderInsets(Component c, Insets insets) {
        insets.set(side == Side.TOP ? 1 : 0, 0, side == Side.BOTTOM ? 1 : 0, side == Side.RIGHT ? 1 : 0);
        return insets;
    }
}
