package dev.earshot.ui.parts;

import javax.swing.JMenuItem;
import javax.swing.JToolTip;

/** A line of a menu; shows its text as it is, never as HTML. */
public class PlainMenuItem extends JMenuItem {
    public PlainMenuItem() {
        Plain.make(this);
    }

    public PlainMenuItem(String text) {
        this();
        setText(text);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
