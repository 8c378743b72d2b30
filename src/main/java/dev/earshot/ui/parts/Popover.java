package dev.earshot.ui.parts;

import com.formdev.flatlaf.ui.FlatLineBorder;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.SwingUtilities;

/**
 * Shows a component over the window, below an anchor or, where there is no room, above it. It closes when the keyboard
 * leaves it for anything that was not opened from it. It is no popup menu, because boxes in one cannot open their
 * lists.
 */
final class Popover {
    private static final String FOCUS = "permanentFocusOwner";
    private static final String POPOVER = "earshot.popover";
    private static final int GAP = 4;
    private static final int INSET = 12;

    /** What the borders of a popover and the gaps around it take of the height of the window, in unscaled pixels. */
    static final int BORDERS = 2 * (INSET + 1 + GAP);

    private final JComponent content;
    private final JComponent anchor;
    private final JComponent back;
    private final Rectangle part; // of the anchor; null: all of it
    private final JLayeredPane layers;
    private final PropertyChangeListener focus = this::focusMoved;
    private boolean hadFocus;
    private final ComponentAdapter resized = new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent e) {
            place();
        }
    };

    private Popover(JComponent content, JComponent anchor, Rectangle part, JComponent back) {
        this.content = content;
        this.anchor = anchor;
        this.part = part;
        this.back = back;
        layers = anchor.getRootPane().getLayeredPane();
    }

    /**
     * Opens a popover.
     *
     * @param part the part of the anchor next to which the content is shown; null for all of it
     * @param back gets the keyboard when the popover closes
     */
    static Popover open(JComponent content, JComponent anchor, Rectangle part, JComponent back) {
        Popover popover = new Popover(content, anchor, part, back);
        popover.open();
        return popover;
    }

    private void open() {
        content.setBackground(new TokenColor(Token.TABLE));
        Insets insets = new Insets(INSET, INSET, INSET, INSET);
        FlatLineBorder line = new FlatLineBorder(insets, new TokenColor(Token.CONTROL), 1, 6);
        // A compound border, because a change of the theme would remove the line itself.
        content.setBorder(BorderFactory.createCompoundBorder(line, null));
        content.setFocusCycleRoot(true);
        content.putClientProperty(POPOVER, this);
        layers.add(content, JLayeredPane.PALETTE_LAYER, 0); // below the popups, such as its boxes' lists
        content.setSize(content.getPreferredSize());
        place();
        layers.addComponentListener(resized);
        content.addComponentListener(resized);
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener(FOCUS, focus);
    }

    boolean isOpen() {
        return content.getParent() == layers;
    }

    /** Removes the content and gives the keyboard back. */
    void close() {
        if (content.getParent() != layers) {
            return;
        }
        closeOpenedFromIt();
        KeyboardFocusManager keyboard = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        keyboard.removePropertyChangeListener(FOCUS, focus);
        layers.removeComponentListener(resized);
        content.removeComponentListener(resized);
        if (contains(keyboard.getPermanentFocusOwner())) {
            back.requestFocusInWindow();
        }
        Container parent = content.getParent();
        parent.remove(content);
        parent.repaint(content.getX(), content.getY(), content.getWidth(), content.getHeight());
    }

    /**
     * Closes the popovers that were opened from this one. If they closed while it is being removed, the layers would
     * remove a wrong component, for they count.
     */
    private void closeOpenedFromIt() {
        for (Component layer : layers.getComponents()) {
            if (layer != content
                    && layer instanceof JComponent one
                    && one.getClientProperty(POPOVER) instanceof Popover other
                    && contains(other.anchor)) {
                other.close();
            }
        }
    }

    private void focusMoved(PropertyChangeEvent e) {
        Component to = (Component) e.getNewValue();
        // While the keyboard moves from one component to another, the new value is null; the old value tells nothing.
        if (contains(to)) {
            hadFocus = true;
        } else if (to != null && hadFocus) {
            close();
        }
    }

    /** Whether a component is in the content, or in a popover that was opened from it. */
    private boolean contains(Component focus) {
        for (Component part = focus; part != null; part = part.getParent()) {
            if (part == content) {
                return true;
            } else if (part instanceof JComponent one && one.getClientProperty(POPOVER) instanceof Popover other) {
                return contains(other.anchor);
            }
        }
        return false;
    }

    /** Places the content below the anchor, or above it where there is no room. */
    private void place() {
        int gap = UIScale.scale(GAP);
        Rectangle beside = part == null ? new Rectangle(anchor.getSize()) : part;
        Point below = SwingUtilities.convertPoint(anchor, beside.x, beside.y + beside.height + gap, layers);
        int mostX = layers.getWidth() - content.getWidth() - 2 * gap;
        int mostY = layers.getHeight() - content.getHeight() - 2 * gap;
        int above = below.y - beside.height - 2 * gap - content.getHeight();
        int y = below.y > mostY && above >= 0 ? above : Math.min(below.y, mostY);
        content.setLocation(Math.max(0, Math.min(below.x, mostX)), Math.max(0, y));
    }
}
