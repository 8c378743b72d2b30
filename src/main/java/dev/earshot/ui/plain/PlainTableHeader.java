package dev.earshot.ui.plain;

import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumnModel;

/** The head of a table that shows its titles as they are, never as HTML. */
final class PlainTableHeader extends JTableHeader {
    PlainTableHeader(TableColumnModel columns) {
        super(columns);
    }

    @Override
    protected TableCellRenderer createDefaultRenderer() {
        TableCellRenderer usual = super.createDefaultRenderer();
        if (usual instanceof JComponent component) {
            Plain.disableHtml(component);
        }
        return usual;
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
