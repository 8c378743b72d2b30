package dev.earshot.ui.plain;

import javax.swing.JCheckBoxMenuItem;
import javax.swing.JToolTip;

/** An item of a menu with a tick, which shows its text as it is, never as HTML. */
public final class PlainCheckBoxMenuItem extends JCheckBoxMenuItem {
    public PlainCheckBoxMenuItem() {
        Plain.disableHtml(this);
    }

    public PlainCheckBoxMenuItem(String text) {
        this();
        setText(text);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
