package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;

/** A panel over the window, next to an anchor. Esc or a click elsewhere closes it. */
public abstract class PopoverPanel extends JPanel {
    private transient Popover popover;
    private transient JComponent back;

    /** @param name of the component */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected PopoverPanel(String name, LayoutManager layout) {
        super(layout);
        setName(name);
        FormShortcuts.escape(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::leave);
    }

    /** Returns the component that gets the keyboard first; the text of a field is selected. */
    protected abstract JComponent first();

    /** Closes the panel because the person has cancelled it. */
    protected void leave() {
        close();
    }

    /** Sets the component that gets the keyboard after this panel; otherwise it is the anchor. */
    public final void returnTo(JComponent component) {
        back = component;
    }

    /** Shows the panel below the anchor or, where there is no room, above it. */
    public final void open(JComponent anchor) {
        open(anchor, null);
    }

    /** Shows the panel below a part of the anchor, such as a row, or above it; null stands for all of it. */
    public final void open(JComponent anchor, Rectangle part) {
        makeRoom(anchor.getRootPane().getLayeredPane().getHeight() - UIScale.scale(Popover.BORDERS));
        fit();
        popover = Popover.open(this, anchor, part, back == null ? anchor : back);
        JComponent first = first();
        first.requestFocusInWindow();
        if (first instanceof JTextComponent text) {
            text.selectAll();
        }
    }

    /**
     * Adapts the panel to a low window before it is shown.
     *
     * @param height that its content can have, in pixels
     */
    protected void makeRoom(int height) {}

    /** Whether the panel is shown. */
    public final boolean isOpen() {
        return popover != null && popover.isOpen();
    }

    /** Hides the panel and gives the keyboard back. Does nothing if the panel is not open. */
    public final void close() {
        if (popover != null) {
            popover.close();
        }
    }

    /** Resizes the panel to its content. */
    protected final void fit() {
        setSize(getPreferredSize());
        revalidate();
    }
}
