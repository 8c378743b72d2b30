package dev.earshot.ui.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.LineBreakFilter;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.text.AbstractDocument;

/**
 * The fields of one kind of framing, which change places with those of another kind. A {@link FramingEditor} adds them.
 */
final class FramingFields {
    private static final String HALF = "h 28!, wmin 60";

    private final FramingForm form;
    private final Words words;
    private final Controls controls;
    private final Runnable edited;
    private final int place; // of the first of them in the form
    private final List<JComponent> parts = new ArrayList<>();
    private PlainTextField first;
    private PlainTextField wrong;
    private FramingEditor.Reader reader;

    /** Reads what was typed into a field. */
    interface Parser<T> {
        T parse(String typed) throws Problem;
    }

    /**
     * Makes the place for fields behind what the form has already.
     *
     * @param edited is run after each edit of a field
     */
    FramingFields(FramingForm form, Words words, Runnable edited) {
        this.form = form;
        this.words = words;
        this.edited = edited;
        controls = new Controls(words);
        place = form.getComponentCount();
    }

    /** Replaces the fields by those of this framing's kind, filled in with it. */
    void show(Framing framing) {
        parts.forEach(form::remove);
        parts.clear();
        first = null;
        wrong = null;
        FramingEditor editor = FramingEditors.find(framing.kind());
        reader = editor == null ? () -> framing : editor.addFields(this, framing);
    }

    /** Returns the framing that the fields describe. */
    Framing read() throws Problem {
        wrong = null;
        return reader.read();
    }

    /** Returns the text field in which the latest problem is; the first one if no field is to blame. */
    PlainTextField wrong() {
        return wrong == null ? first : wrong;
    }

    /** Returns the field that gets the keyboard first; null if there is none. */
    PlainTextField first() {
        return first;
    }

    Words words() {
        return words;
    }

    /** Reads what was typed into a field, which is marked if there is a problem. */
    <T> T read(PlainTextField field, Parser<T> parser) throws Problem {
        try {
            return parser.parse(field.getText());
        } catch (Problem problem) {
            wrong = field;
            throw problem;
        }
    }

    /** Adds a text field. */
    PlainTextField addText(String name, String key, String value) {
        return addText(name, key, value, HALF);
    }

    /** Adds a text field as wide as the form. */
    PlainTextField addWideText(String name, String key, String value) {
        return addText(name, key, value, "span 3, h 28!");
    }

    /** Adds a text field for marks, printed with blanks between their bytes; a pasted dump becomes one line. */
    PlainTextField addMarks(String name, String key, String marks) {
        return joiningLines(addText(name, key, MarkText.print(marks)));
    }

    /** Adds a text field for marks as wide as the form. */
    PlainTextField addWideMarks(String name, String key, String marks) {
        return joiningLines(addWideText(name, key, MarkText.print(marks)));
    }

    private static PlainTextField joiningLines(PlainTextField field) {
        ((AbstractDocument) field.getDocument()).setDocumentFilter(new LineBreakFilter(() -> true));
        return field;
    }

    private PlainTextField addText(String name, String key, String value, String size) {
        PlainTextField field = new PlainTextField(value);
        field.setName(name);
        field.setCaretPosition(0);
        field.getDocument().addDocumentListener(TextEdits.listener(edited));
        first = first == null ? field : first;
        addLabelled(key, field, size);
        return field;
    }

    /** Adds a box of choices, which it returns. */
    <T> PlainComboBox<T> addChoice(String name, String key, List<T> choices, Function<T, String> print, T chosen) {
        PlainComboBox<T> box = form.applying(controls.box(name, key, print, choices));
        box.setToolTipText(null);
        box.setSelectedItem(chosen);
        box.addActionListener(e -> edited.run());
        addLabelled(key, box, HALF);
        return box;
    }

    /** Adds a tick box. */
    PlainCheckBox addTick(String name, String key, boolean selected) {
        PlainCheckBox box = new PlainCheckBox(words.of(key), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic(key));
        box.setOpaque(false);
        box.addActionListener(e -> edited.run());
        insert(box, "newline, skip, span 3, h 28!");
        return box;
    }

    private void addLabelled(String key, JComponent field, String size) {
        insert(controls.label(key, field), parts.isEmpty() ? "newline" : "");
        insert(field, size);
    }

    private void insert(JComponent part, String constraints) {
        form.add(part, constraints, place + parts.size());
        parts.add(part);
    }

    /** Returns the choice of a box. */
    static <T> T chosen(PlainComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }
}
