package dev.earshot.ui.plain;

import javax.swing.JMenu;
import javax.swing.JToolTip;

/** A menu that shows its text as it is, never as HTML. */
public final class PlainMenu extends JMenu {
    public PlainMenu() {
        Plain.disableHtml(this);
    }

    public PlainMenu(String text) {
        this();
        setText(text);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
