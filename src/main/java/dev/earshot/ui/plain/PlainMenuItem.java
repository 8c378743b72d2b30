package dev.earshot.ui.plain;

import javax.swing.JMenuItem;
import javax.swing.JToolTip;

/** An item of a menu that shows its text as it is, never as HTML. */
public class PlainMenuItem extends JMenuItem {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainMenuItem() {
        Plain.disableHtml(this);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainMenuItem(String text) {
        this();
        setText(text);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
