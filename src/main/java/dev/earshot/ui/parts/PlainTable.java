package dev.earshot.ui.parts;

import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableModel;

/** A table that shows its cells, titles and tool tips as they are, never as HTML. */
public class PlainTable extends JTable {
    public PlainTable(TableModel model) {
        super(model);
    }

    @Override
    protected void createDefaultRenderers() {
        super.createDefaultRenderers();
        for (Object type : defaultRenderersByColumnClass.keySet().toArray()) {
            if (type != Boolean.class) { // a tick box without text
                defaultRenderersByColumnClass.put(type, new PlainTableCell());
            }
        }
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new PlainTableHeader(getColumnModel());
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
