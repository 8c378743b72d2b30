package dev.earshot.ui.parts;

import java.awt.LayoutManager;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;

/** A panel that is laid over the window beside another component, until Esc or a click elsewhere closes it. */
public abstract class PopoverPanel extends JPanel {
    private transient Popover popover;

    /** @param name of the component */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected PopoverPanel(String name, LayoutManager layout) {
        super(layout);
        setName(name);
        FormShortcuts.escape(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::leave);
    }

    /** The component that has the keyboard at first; the text of a field is selected. */
    protected abstract JComponent first();

    /** Closes it because the person has given it up. */
    protected void leave() {
        close();
    }

    /** Lays it over the window, below the anchor or, where there is no room, above it. */
    public final void open(JComponent anchor) {
        fit();
        popover = Popover.open(this, anchor);
        JComponent first = first();
        first.requestFocusInWindow();
        if (first instanceof JTextComponent text) {
            text.selectAll();
        }
    }

    /** Whether it lies over the window now. */
    public final boolean isOpen() {
        return popover != null && popover.isOpen();
    }

    /** Takes it away, and the keyboard back to where it came from; does nothing if it is not open. */
    public final void close() {
        if (popover != null) {
            popover.close();
        }
    }

    /** Makes it as large as what is in it. */
    protected final void fit() {
        setSize(getPreferredSize());
        revalidate();
    }
}
