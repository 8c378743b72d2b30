package dev.earshot.ui.plain;

import javax.swing.JToolTip;
import javax.swing.table.DefaultTableCellRenderer;

/** Draws a cell of a table as plain text, never as HTML. */
public class PlainTableCell extends DefaultTableCellRenderer {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainTableCell() {
        Plain.disableHtml(this);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
