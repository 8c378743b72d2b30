package dev.earshot.ui.send;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Accepts files that are dropped on a text field, and leaves texts to the handler of the field. */
final class FileDrop extends TransferHandler {
    private final transient TransferHandler texts;
    private final transient Consumer<List<File>> dropped;

    private FileDrop(TransferHandler texts, Consumer<List<File>> dropped) {
        this.texts = texts;
        this.dropped = dropped;
    }

    static void on(JComponent field, Consumer<List<File>> dropped) {
        field.setTransferHandler(new FileDrop(field.getTransferHandler(), dropped));
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return files(support) || texts.canImport(support);
    }

    @Override
    @SuppressWarnings("unchecked") // that is what the flavour says
    public boolean importData(TransferSupport support) {
        if (!files(support)) {
            return texts.importData(support);
        }
        try {
            dropped.accept((List<File>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor));
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            return false;
        }
    }

    /** Whether files are dropped. Pasted files are not taken, because the field pastes their names as text. */
    private static boolean files(TransferSupport support) {
        return support.isDrop() && support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public int getSourceActions(JComponent c) {
        return texts.getSourceActions(c);
    }

    @Override
    public void exportToClipboard(JComponent c, Clipboard clip, int action) {
        texts.exportToClipboard(c, clip, action);
    }

    @Override
    public void exportAsDrag(JComponent c, InputEvent e, int action) {
        texts.exportAsDrag(c, e, action);
    }
}
