package dev.earshot.ui.parts;

import javax.swing.JToolTip;
import javax.swing.table.DefaultTableCellRenderer;

/** Draws a cell of a table as plain text, never as HTML. */
public class PlainTableCell extends DefaultTableCellRenderer {
    public PlainTableCell() {
        Plain.make(this);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
