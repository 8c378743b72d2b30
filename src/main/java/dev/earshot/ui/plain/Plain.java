package dev.earshot.ui.plain;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Insets;
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

    /**
     * Lets a layout align what is drawn of a component with its neighbours, rather than its empty margin.
     *
     * @param margin before the drawing, in pixels before scaling
     */
    static void alignDrawing(JComponent component, int margin) {
        component.putClientProperty("visualPadding", new Insets(0, UIScale.scale(margin), 0, 0)); // of MigLayout
    }

    /** Returns a tool tip for this component that shows its text as it is. */
    static JToolTip createToolTip(JComponent component) {
        JToolTip tip = new PlainToolTip();
        tip.setComponent(component);
        return tip;
    }
}
