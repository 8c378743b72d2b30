package dev.earshot.ui.log;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TimedFraming;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;

/** A form that asks for the parameters of one kind of framing. */
final class FramingForm extends PopoverForm {
    private static final int TEXT_WIDTH = 252;

    private final transient Consumer<Framing> apply;
    private final transient FramingEditor editor;
    private final transient FramingEditor.Reader fields;
    private final PlainTextField field = new PlainTextField(); // every kind has just one that can be wrong
    private final PlainTextField waitField = new PlainTextField();
    private final transient Framing proposed;
    private final Notice warning = new Notice("framingWarning", "dot", Token.WARN, TEXT_WIDTH);

    /**
     * Makes the form of one kind of framing.
     *
     * @param proposed fills in the fields; of a kind with parameters
     * @param apply takes the framing when the person applies it
     */
    FramingForm(Words words, Framing proposed, Consumer<Framing> apply) {
        super("framing", words, TEXT_WIDTH);
        this.apply = apply;
        this.proposed = TimedFraming.untimed(proposed);
        editor = FramingEditors.find(proposed.kind());
        about("ui.framing." + proposed.kind().id() + ".about");
        fields = editor.addFields(this, this.proposed);
        addWait(proposed.waitMillis());
        add(warning, "span");
        addButtons("framing", "ui.framing.apply");
        field.getDocument().addDocumentListener(TextEdits.listener(this::typed));
        waitField.getDocument().addDocumentListener(TextEdits.listener(this::typed));
        typed();
    }

    /** Adds the field for the silence that ends an unfinished message, which is empty where none does. */
    private void addWait(int millis) {
        if (TimedFraming.canWait(proposed)) {
            waitField.setName("framingWaitField");
            waitField.setText(millis == Framing.NEVER ? "" : Integer.toString(millis));
            waitField.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.framing.wait.never"));
            waitField.setToolTipText(words.of("ui.framing.wait.tip"));
            add(controls.label("ui.framing.wait", waitField));
            add(waitField, "h 28!");
        }
    }

    @Override
    protected JComponent first() {
        return field;
    }

    private void about(String key) {
        Notice about = new Notice("framingAbout", null, Token.MUTED, TEXT_WIDTH);
        about.say(words.of(key));
        getAccessibleContext().setAccessibleName(words.of(key));
        add(about, "span");
    }

    Words words() {
        return words;
    }

    /** Adds the text field of the form; it is marked when the framing cannot be read. */
    JTextComponent addTextField(String name, String key, String value) {
        field.setName(name);
        field.setText(value);
        add(controls.label(key, field));
        add(field, "h 28!");
        return field;
    }

    /** Adds a box of choices. */
    <T> PlainComboBox<T> addChoice(String name, String key, List<T> choices, Function<T, String> print, T chosen) {
        PlainComboBox<T> box = enterApplies(controls.box(name, key, print, choices)); // else Enter chooses
        box.setToolTipText(null);
        box.setSelectedItem(chosen);
        PlainLabel label = controls.label(key, box);
        add(label);
        add(box, "h 28!");
        return box;
    }

    @Override
    protected void apply() throws Problem {
        Framing framing;
        try {
            framing = fields.read();
        } catch (Problem problem) {
            throw mark(problem, field);
        }
        try {
            String wait = waitField.getText().strip();
            apply.accept(wait.isEmpty() ? framing : TimedFraming.parse(framing, wait));
        } catch (Problem problem) {
            throw mark(problem, waitField);
        }
    }

    private void typed() {
        clearProblem();
        warning.say(warning());
        fit();
    }

    private String warning() {
        try {
            return editor.warning(words, fields.read());
        } catch (Problem e) {
            return ""; // not typed to its end yet
        }
    }
}
