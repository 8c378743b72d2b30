package dev.earshot.ui.plain;

import javax.swing.JRadioButtonMenuItem;
import javax.swing.JToolTip;

/** An item of a menu for one of several choices, which shows its text as it is, never as HTML. */
public final class PlainRadioButtonMenuItem extends JRadioButtonMenuItem {
    public PlainRadioButtonMenuItem() {
        Plain.disableHtml(this);
    }

    public PlainRadioButtonMenuItem(String text) {
        this();
        setText(text);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
