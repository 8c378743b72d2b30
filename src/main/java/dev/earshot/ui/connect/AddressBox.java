package dev.earshot.ui.connect;

import dev.earshot.net.Background;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.EventQueue;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/** The box in which one of this computer's addresses is chosen or typed. */
final class AddressBox extends PlainComboBox<String> {

    /**
     * @param addresses finds the addresses; runs on a thread of its own, for it may take a while
     * @param enter is run when Enter is typed
     * @param edited is run when the text has changed
     */
    AddressBox(String name, String address, Supplier<List<String>> addresses, Runnable enter, Runnable edited) {
        setName(name);
        setEditor(new Editor());
        setEditable(true);
        Controls.setRenderer(this, one -> one);
        setSelectedItem(address);
        ConnectShortcuts.IN_ADDRESS.bind(editor(), WHEN_FOCUSED, enter);
        editor().getDocument().addDocumentListener(TextEdits.listener(edited));
        findAddresses(addresses);
    }

    /** Returns the text without spaces around it. */
    String text() {
        return editor().getText().strip();
    }

    PlainTextField editor() {
        return (PlainTextField) getEditor().getEditorComponent();
    }

    private void findAddresses(Supplier<List<String>> addresses) {
        Background.run("addresses", () -> {
            List<String> found = addresses.get();
            EventQueue.invokeLater(() -> offerAddresses(found));
        });
    }

    private void offerAddresses(List<String> found) {
        Object typed = getEditor().getItem();
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>(found.toArray(String[]::new));
        model.setSelectedItem(typed);
        setModel(model);
    }

    /** The editor of the box, whose field has plain tool tips; the one of Swing has not. */
    private static final class Editor extends BasicComboBoxEditor {
        @Override
        protected JTextField createEditorComponent() {
            JTextField field = new PlainTextField();
            field.setColumns(9); // as in Swing; the layout sets the real width
            field.setBorder(null);
            return field;
        }
    }
}
