package dev.earshot.ui.plain;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JToolTip;

/** Draws a choice of a list or a box as plain text, never as HTML. */
public class PlainListCell extends DefaultListCellRenderer {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainListCell() {
        Plain.disableHtml(this);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
