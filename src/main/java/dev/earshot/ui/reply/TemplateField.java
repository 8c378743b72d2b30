package dev.earshot.ui.reply;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.CompiledTemplate;
import dev.earshot.reply.Match;
import dev.earshot.reply.MatchCaptures;
import dev.earshot.reply.Template;
import dev.earshot.reply.TemplateValues;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.LineBreakEscaper;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.AbstractDocument;
import net.miginfocom.swing.MigLayout;

/** Where a template is typed: text or hex, what ends it, its variables, and the bytes that an example makes of it. */
final class TemplateField extends JPanel {
    private final transient Words words;
    private final PlainComboBox<TextForm> formBox;
    private final PlainComboBox<LineEnding> endingBox;
    private final PlainTextField field = new PlainTextField();
    private final AnswerPreview preview;
    private final transient Runnable edited;
    private boolean showing;

    /**
     * @param name with which the names of its parts begin
     * @param key of the words for what the template is
     * @param edited is run when a person has changed something
     */
    TemplateField(Words words, String name, String key, Runnable edited) {
        super(new MigLayout("insets 0, gap 8, hidemode 3", "[][][grow]", "[28!]6[28!]4[]"));
        this.words = words;
        this.edited = edited;
        Controls controls = new Controls(words);
        setOpaque(false);
        formBox = controls.box(
                name + "FormBox", "ui.send.mode.tip", f -> words.of("ui.form." + lower(f)), List.of(TextForm.values()));
        endingBox = controls.box(
                name + "EndingBox",
                "ui.send.ending.tip",
                e -> words.of("ui.ending." + lower(e)),
                List.of(LineEnding.values()));
        PlainButton variables = new PlainButton(words.of("ui.reply.variable"));
        variables.setName(name + "VariableButton");
        variables.addActionListener(
                e -> VariableMenu.of(words, this::insert).show(variables, 0, variables.getHeight()));
        field.setName(name + "Field");
        field.getAccessibleContext().setAccessibleName(words.of(key));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of(key));
        ((AbstractDocument) field.getDocument()).setDocumentFilter(new LineBreakEscaper());
        preview = new AnswerPreview(name + "Preview");
        add(formBox, "w 100!, h 28!");
        add(endingBox, "w 140!, h 28!");
        add(variables, "h 28!, ax right, wrap");
        add(field, "span, growx, h 28!, w 120::, wrap");
        add(preview, "span, growx, h 20!");
        formBox.addActionListener(e -> changed());
        endingBox.addActionListener(e -> changed());
        field.getDocument().addDocumentListener(TextEdits.listener(this::changed));
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (field != null) {
            field.setFont(Theme.mono(12));
        }
    }

    PlainTextField field() {
        return field;
    }

    /** For Enter in their lists. */
    List<PlainComboBox<?>> boxes() {
        return List.of(formBox, endingBox);
    }

    Template template() {
        return new Template(
                formBox.getItemAt(formBox.getSelectedIndex()),
                field.getText(),
                endingBox.getItemAt(endingBox.getSelectedIndex()));
    }

    void show(Template template) {
        showing = true;
        formBox.setSelectedItem(template.form());
        endingBox.setSelectedItem(template.ending());
        if (!field.getText().equals(template.text())) {
            field.setText(template.text());
        }
        showing = false;
        changed();
    }

    /** Shows the bytes with which this message would be answered, or what is wrong with the template. */
    void preview(String message) {
        preview(new Match(Match.Kind.ANY, ""), message);
    }

    /** The same where only a message that matches is answered. */
    void preview(Match match, String message) {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        MatchCaptures found = null;
        try {
            found = match.compile().match(bytes(match, message), Encoding.UTF_8);
        } catch (Problem e) {
            // What is wrong with the pattern is told at the pattern.
        }
        try {
            CompiledTemplate answer = template().compile();
            if (found == null) {
                preview.note(words.of("ui.rules.example.not"));
            } else {
                byte[] bytes = answer.fill(example(found));
                preview.bytes(words.of("ui.bytes", bytes.length), bytes);
            }
        } catch (Problem problem) {
            if (!field.getText().isEmpty()) {
                field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            }
            preview.problem(words.of(problem));
        }
    }

    /** A message as a person writes it: hex digits where bytes are looked for, else text with escapes. */
    private static byte[] bytes(Match match, String message) {
        try {
            return match.kind() == Match.Kind.HEX
                    ? Payload.hex(message)
                    : Payload.text(message, Encoding.UTF_8, true, LineEnding.NONE);
        } catch (Problem e) {
            return message.getBytes(StandardCharsets.UTF_8); // not typed to its end yet
        }
    }

    /** Shows no bytes, but these words. */
    void note(String text) {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        preview.note(text);
    }

    /** The field, for words about what is wrong with it: its preview need not say that as well. */
    PlainTextField wrong() {
        note("");
        return field;
    }

    private static TemplateValues example(MatchCaptures found) {
        return new TemplateValues(found, 1, ZonedDateTime.now(), "192.168.1.37:50112", 1, Encoding.UTF_8, new Random());
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        for (java.awt.Component part : getComponents()) {
            ((JComponent) part).setEnabled(enabled);
        }
        endingBox.setEnabled(enabled && template().form() == TextForm.TEXT);
    }

    private void insert(String variable) {
        field.replaceSelection(variable);
        field.requestFocusInWindow();
    }

    private void changed() {
        // Hex says every byte itself.
        endingBox.setEnabled(isEnabled() && template().form() == TextForm.TEXT);
        if (!showing) {
            edited.run();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
