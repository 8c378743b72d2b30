package dev.earshot.ui.plain;

import dev.earshot.session.words.Words;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import javax.swing.filechooser.FileFilter;
import javax.swing.filechooser.FileNameExtensionFilter;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableColumn;

/**
 * A dialog for choosing a file that shows the names of files and folders as they are, never as HTML. The look and feel
 * builds it of raw labels, lists and tables, some of them only when they are needed, so each is made plain when it is
 * added.
 */
public final class PlainFileChooser extends JFileChooser {

    private transient FileFilter allFiles; // no initial value, which would come after the constructor of Swing
    private transient Saving saving; // null: the dialog opens files

    /** @param title what the file is for */
    public PlainFileChooser(String title) {
        setDialogTitle(title);
    }

    /** Also called by the constructor of Swing. */
    @Override
    public FileFilter getAcceptAllFileFilter() {
        if (allFiles == null) {
            allFiles = new AllFiles(UIManager.getString("FileChooser.acceptAllFileFilterText", getLocale()));
        }
        return allFiles;
    }

    /** Shows all files. Swing names its own such filter in the language of the system rather than of the dialog. */
    private static final class AllFiles extends FileFilter {
        private final String name;

        AllFiles(String name) {
            this.name = name;
        }

        @Override
        public boolean accept(File file) {
            return true;
        }

        @Override
        public String getDescription() {
            return name;
        }
    }

    /** Shows only files with these endings, under this name, until the person chooses otherwise. */
    public PlainFileChooser only(String name, String... endings) {
        setFileFilter(new FileNameExtensionFilter(name, endings));
        return this;
    }

    /** Also called by the constructor of Swing, before the fields of this class exist. */
    @Override
    public void updateUI() {
        super.updateUI();
        makePlain(this);
    }

    /**
     * Asks for a file to write to. A name without this ending gets it, so that the next dialog for opening shows the
     * file; whether a file of the name that results is replaced, the person is asked before the dialog closes.
     */
    public Optional<Path> askToSave(Component parent, Words words, String ending) {
        saving = new Saving(words, "." + ending);
        return showSaveDialog(parent) == APPROVE_OPTION
                ? Optional.of(getSelectedFile().toPath())
                : Optional.empty();
    }

    @Override
    public void approveSelection() {
        if (saving != null && !getSelectedFile().isDirectory()) {
            File named = saving.named(getSelectedFile());
            setSelectedFile(named);
            if (named.isFile() && !saving.replaces(this, named)) {
                return;
            }
        }
        super.approveSelection();
    }

    /** Completes the name that a person has typed for a file to write to. */
    private record Saving(Words words, String ending) {

        File named(File typed) {
            boolean ends = typed.getName().toLowerCase(Locale.ROOT).endsWith(ending);
            return ends ? typed : new File(typed.getParentFile(), typed.getName() + ending);
        }

        boolean replaces(PlainFileChooser chooser, File file) {
            return new Question(chooser, chooser.getDialogTitle(), words.of("ui.save.replace", file.getName()))
                    .confirm();
        }
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
