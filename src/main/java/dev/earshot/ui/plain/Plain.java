package dev.earshot.ui.plain;

import javax.swing.JComponent;
import javax.swing.JToolTip;

/**
 * Switches off HTML in a component. Swing renders every text that begins with {@code <html>} as a page and fetches its
 * pictures, and a page of a few bytes can take all memory. The property holds only for texts that are set later, so
 * each plain component sets it before its first text.
 */
final class Plain {
    private Plain() {}

    static void disableHtml(JComponent component) {
        component.putClientProperty("html.disable", Boolean.TRUE); // Swing compares by identity
    }

    /** Returns a tool tip for this component that shows its text as it is. */
    static JToolTip createToolTip(JComponent component) {
        JToolTip tip = new PlainToolTip();
        tip.setComponent(component);
        return tip;
    }
}
