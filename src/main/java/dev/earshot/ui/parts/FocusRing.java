package dev.earshot.ui.parts;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.border.AbstractBorder;

/** A border of one pixel that shows whether a component within has the keyboard. It takes the same room either way. */
public final class FocusRing extends AbstractBorder implements FocusListener {
    private final transient JComponent around;
    private final transient Component focused;

    private FocusRing(JComponent around, Component focused) {
        this.around = around;
        this.focused = focused;
    }

    /**
     * Sets the border.
     *
     * @param around gets the border
     * @param focused is or is within that component
     */
    public static void set(JComponent around, Component focused) {
        FocusRing ring = new FocusRing(around, focused);
        around.setBorder(ring);
        focused.addFocusListener(ring);
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        Color accent = UIManager.getColor("Component.focusColor");
        g.setColor(focused.isFocusOwner() ? accent : focused.getBackground());
        g.drawRect(x, y, width - 1, height - 1);
    }

    @Override
    public Insets getBorderInsets(Component c, Insets insets) {
        insets.set(1, 1, 1, 1);
        return insets;
    }

    @Override
    public void focusGained(FocusEvent e) {
        around.repaint();
    }

    @Override
    public void focusLost(FocusEvent e) {
        around.repaint();
    }
}
