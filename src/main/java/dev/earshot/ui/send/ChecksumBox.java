package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Checksum;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Optional;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/**
 * The box in which a checksum is chosen or typed. It can be typed by one of its names or by the parameters of a CRC.
 */
final class ChecksumBox extends PlainComboBox<Optional<Checksum>> {
    private static final int SHOWN_ROWS = 14;

    private final transient Words words;
    private boolean typing;

    /** @param changed is run when the choice or the typed text has changed */
    ChecksumBox(Words words, Runnable changed) {
        this.words = words;
        setName("extrasChecksumBox");
        addItem(Optional.empty());
        Checksum.all().forEach(checksum -> addItem(Optional.of(checksum)));
        setMaximumRowCount(SHOWN_ROWS);
        Controls.setRenderer(this, this::print);
        setEditor(new Editor());
        setEditable(true);
        editor().setName("extrasChecksumField");
        editor().getDocument().addDocumentListener(TextEdits.listener(this::takeTyped));
        addActionListener(e -> changed.run());
        editor().getDocument().addDocumentListener(TextEdits.listener(changed));
        editor().addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                editor().selectAll(); // what is typed replaces the name
            }
        });
    }

    private PlainTextField editor() {
        return (PlainTextField) getEditor().getEditorComponent();
    }

    /** Returns the checksum that was chosen or typed last; nothing if none is wanted. */
    Optional<Checksum> checksum() {
        return getSelectedItem() instanceof Optional<?> chosen ? chosen.map(Checksum.class::cast) : Optional.empty();
    }

    /** Reports that what is typed is no checksum. */
    void check() throws Problem {
        String typed = editor().getText();
        if (find(typed).isEmpty()) {
            throw new Problem(
                    "problem.send.checksum", -1, VisibleText.brief(typed.strip()), Checksum.suggestions(typed));
        }
    }

    private String print(Optional<Checksum> one) {
        return one.map(Checksum::label).orElse(words.of("ui.extras.none"));
    }

    /** Returns what a text names, which may be the choice of no checksum; nothing if it names nothing. */
    private Optional<Optional<Checksum>> find(String typed) {
        return typed.isBlank() || typed.strip().equals(words.of("ui.extras.none"))
                ? Optional.of(Optional.empty())
                : Checksum.named(typed).map(Optional::of);
    }

    private void takeTyped() {
        Optional<Optional<Checksum>> found = find(editor().getText());
        putClientProperty(FlatClientProperties.OUTLINE, found.isPresent() ? null : FlatClientProperties.OUTLINE_ERROR);
        if (found.isPresent() && !found.get().equals(checksum())) {
            typing = true; // a field must not be changed while it tells of a change
            setSelectedItem(found.get());
            typing = false;
        }
    }

    /** Shows the choice as text, and reads the choice that the text names. */
    private final class Editor extends BasicComboBoxEditor {
        @Override
        protected JTextField createEditorComponent() {
            PlainTextField field = new PlainTextField();
            field.setColumns(9); // as in Swing; the layout sets the real width
            field.setBorder(null);
            return field;
        }

        @Override
        public void setItem(Object item) {
            if (!typing && item instanceof Optional<?> chosen) {
                String text = print(chosen.map(Checksum.class::cast));
                if (!editor.getText().equals(text)) {
                    editor.setText(text);
                    editor.setCaretPosition(0); // parameters are longer than the box
                }
            }
        }

        @Override
        public Object getItem() {
            return find(editor.getText()).orElse(checksum());
        }
    }
}
