package dev.earshot.ui.connect;

import dev.earshot.net.Background;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.TextEdits;
import java.awt.EventQueue;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/** Takes one of this computer's addresses, chosen or typed. */
final class AddressBox extends PlainComboBox<String> {

    /**
     * @param addresses may take a while and is asked on a thread of its own
     * @param enter is run when Enter is typed
     * @param edited is run when the text is another one
     */
    AddressBox(String name, String address, Supplier<List<String>> addresses, Runnable enter, Runnable edited) {
        setName(name);
        setEditor(new Editor());
        setEditable(true);
        Controls.render(this, one -> one);
        setSelectedItem(address);
        ConnectShortcuts.IN_ADDRESS.bind(editor(), WHEN_FOCUSED, enter);
        editor().getDocument().addDocumentListener(TextEdits.listener(edited));
        find(addresses);
    }

    /** What stands in it, without blanks around it. */
    String text() {
        return editor().getText().strip();
    }

    PlainTextField editor() {
        return (PlainTextField) getEditor().getEditorComponent();
    }

    private void find(Supplier<List<String>> addresses) {
        Background.run("addresses", () -> {
            List<String> found = addresses.get();
            EventQueue.invokeLater(() -> offer(found));
        });
    }

    private void offer(List<String> found) {
        Object typed = getEditor().getItem();
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>(found.toArray(String[]::new));
        model.setSelectedItem(typed);
        setModel(model);
    }

    /** Its field has plain tool tips, which Swing's own has not. */
    private static final class Editor extends BasicComboBoxEditor {
        @Override
        protected JTextField createEditorComponent() {
            JTextField field = new PlainTextField();
            field.setColumns(9); // as Swing's own; the layout decides on the width
            field.setBorder(null);
            return field;
        }
    }
}
