package dev.earshot.ui.parts;

import com.formdev.flatlaf.ui.FlatLineBorder;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.SwingUtilities;

/**
 * Lays a component over the window, right below another one or, where there is no room, above it, until it is closed or
 * the keyboard goes elsewhere; what is opened from within it belongs to it. It is no popup menu, for boxes in it could not
 * open their lists.
 */
final class Popover {
    private static final String FOCUS = "permanentFocusOwner";
    private static final String ANCHOR = "earshot.anchor";
    private static final int GAP = 4;

    private final JComponent content;
    private final JComponent anchor;
    private final JLayeredPane layers;
    private final PropertyChangeListener focus = this::focusMoved;
    private boolean held;
    private final ComponentAdapter resized = new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent e) {
            place();
        }
    };

    private Popover(JComponent content, JComponent anchor) {
        this.content = content;
        this.anchor = anchor;
        layers = anchor.getRootPane().getLayeredPane();
    }

    static Popover open(JComponent content, JComponent anchor) {
        Popover popover = new Popover(content, anchor);
        popover.open();
        return popover;
    }

    private void open() {
        content.setBackground(new TokenColor(Token.TABLE));
        Insets insets = new Insets(12, 12, 12, 12);
        FlatLineBorder line = new FlatLineBorder(insets, new TokenColor(Token.CONTROL), 1, 6);
        // Around another one, for other colours of the window would take the line away itself.
        content.setBorder(BorderFactory.createCompoundBorder(line, null));
        content.setFocusCycleRoot(true);
        content.putClientProperty(ANCHOR, anchor);
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

    /** Takes the content away, and the keyboard back to where it came from. */
    void close() {
        if (content.getParent() != layers) {
            return;
        }
        KeyboardFocusManager keyboard = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        keyboard.removePropertyChangeListener(FOCUS, focus);
        layers.removeComponentListener(resized);
        content.removeComponentListener(resized);
        if (holds(keyboard.getPermanentFocusOwner())) {
            anchor.requestFocusInWindow();
        }
        Container parent = content.getParent();
        parent.remove(content);
        parent.repaint(content.getX(), content.getY(), content.getWidth(), content.getHeight());
    }

    private void focusMoved(PropertyChangeEvent e) {
        Component to = (Component) e.getNewValue();
        // On its way from one component to another the keyboard is nowhere: where it was before says nothing.
        if (holds(to)) {
            held = true;
        } else if (to != null && held) {
            close();
        }
    }

    /** Whether the keyboard is in the content, or in what was opened from it. */
    private boolean holds(Component focus) {
        for (Component part = focus; part != null; part = part.getParent()) {
            if (part == content) {
                return true;
            } else if (part instanceof JComponent one && one.getClientProperty(ANCHOR) instanceof Component from) {
                return holds(from);
            }
        }
        return false;
    }

    /** Below the anchor, or where there is no room above it. */
    private void place() {
        int gap = UIScale.scale(GAP);
        Point below = SwingUtilities.convertPoint(anchor, 0, anchor.getHeight() + gap, layers);
        int mostX = layers.getWidth() - content.getWidth() - 2 * gap;
        int mostY = layers.getHeight() - content.getHeight() - 2 * gap;
        int above = below.y - anchor.getHeight() - 2 * gap - content.getHeight();
        int y = below.y > mostY && above >= 0 ? above : Math.min(below.y, mostY);
        content.setLocation(Math.max(0, Math.min(below.x, mostX)), Math.max(0, y));
    }
}
