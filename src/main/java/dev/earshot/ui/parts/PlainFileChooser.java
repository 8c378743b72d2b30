package dev.earshot.ui.parts;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.io.File;
import java.util.Collections;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.ToolTipManager;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableColumn;

/**
 * A dialog for choosing a file that shows the names of files and folders as they are, never as HTML. The look and feel
 * builds it of raw labels, lists and tables, some of them only when they are needed, so each is made plain when it is
 * added.
 */
public final class PlainFileChooser extends JFileChooser {

    /** @param folder shown first; null for the usual one */
    public PlainFileChooser(File folder) {
        super(folder);
    }

    public PlainFileChooser() {}

    /** Also called by the constructor of Swing, before the fields of this class exist. */
    @Override
    public void updateUI() {
        super.updateUI();
        makePlain(this);
    }

    private static void makePlain(Component component) {
        if (component instanceof JComponent part) {
            Plain.disableHtml(part);
            part.putClientProperty(BasicHTML.propertyKey, null); // the page of its first text
            makeCellsPlain(part);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                makePlain(child);
            }
            container.addContainerListener(new ContainerAdapter() {
                @Override
                public void componentAdded(ContainerEvent e) {
                    makePlain(e.getChild());
                }
            });
        }
    }

    private static void makeCellsPlain(JComponent part) {
        if (part instanceof JList<?> list) {
            makeCellPlain(list.getCellRenderer());
            ToolTipManager.sharedInstance().unregisterComponent(list);
        } else if (part instanceof JComboBox<?> box) {
            makeCellPlain(box.getRenderer());
        } else if (part instanceof JTable table) {
            makeCellPlain(table.getDefaultRenderer(Object.class));
            makeCellPlain(table.getTableHeader().getDefaultRenderer());
            for (TableColumn column : Collections.list(table.getColumnModel().getColumns())) {
                makeCellPlain(column.getCellRenderer());
                makeCellPlain(column.getHeaderRenderer());
            }
            ToolTipManager.sharedInstance().unregisterComponent(table);
        }
    }

    private static void makeCellPlain(Object renderer) {
        if (renderer instanceof JComponent cell) {
            Plain.disableHtml(cell);
        }
    }
}
