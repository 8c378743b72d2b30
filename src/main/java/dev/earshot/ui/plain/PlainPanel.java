package dev.earshot.ui.plain;

import javax.swing.JPanel;
import javax.swing.JToolTip;

/** A panel whose tool tip shows its text as it is, never as HTML. */
public class PlainPanel extends JPanel {
    public PlainPanel() {}

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
