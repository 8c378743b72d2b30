package dev.earshot.ui.reply;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.reply.rules.CompiledTemplate;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.MatchCaptures;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageFields;
import dev.earshot.reply.rules.Template;
import dev.earshot.reply.rules.TemplateValues;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.LineBreakFilter;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.AbstractDocument;
import net.miginfocom.swing.MigLayout;

/** The fields for a template: text or hex, its line ending, a menu of variables, and a preview of its bytes. */
final class TemplateField extends JPanel {
    private final transient Words words;
    private final PlainComboBox<TextForm> formBox;
    private final PlainComboBox<LineEnding> endingBox;
    private final PlainTextField field = new PlainTextField();
    private final AnswerPreview preview;
    private final transient Runnable edited;
    private boolean showing;

    /**
     * Creates empty fields.
     *
     * @param name the prefix of the components' names
     * @param key the key of the words that say what the template is for
     * @param edited is run when the person has changed something
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
                e -> VariableMenu.create(words, this::insert).show(variables, 0, variables.getHeight()));
        field.setName(name + "Field");
        field.getAccessibleContext().setAccessibleName(words.of(key));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of(key));
        ((AbstractDocument) field.getDocument())
                .setDocumentFilter(new LineBreakFilter(() -> template().form() == TextForm.HEX));
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

    /** Returns the boxes, in which Enter must work as in all boxes of the form. */
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

    /** Shows the bytes that answer this message, or what is wrong with the template. */
    void preview(String message) {
        preview(new Match(Match.Kind.ANY, ""), message, () -> FirstFittingSource.WITHOUT_LAYOUT);
    }

    /**
     * Shows the bytes that answer this message if it matches, or what is wrong with the template.
     *
     * @param source is asked for the source of its fields at the first need
     */
    void preview(Match match, String message, Supplier<FieldSource> source) {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        Message example = new Message(null, bytes(match, message), Encoding.UTF_8);
        MessageFields fields = MessageFields.of(example, source);
        MatchCaptures found = null;
        try {
            found = match.compile().match(example.bytes(), Encoding.UTF_8, fields);
        } catch (Problem e) {
            // The pattern's own field shows what is wrong with it.
        }
        try {
            CompiledTemplate answer = template().compile();
            if (found == null) {
                preview.showNote(words.of("ui.rules.example.not"));
            } else {
                byte[] bytes = answer.fill(values(fields, found));
                preview.showBytes(words.of("ui.bytes", bytes.length), bytes);
            }
        } catch (Problem problem) {
            if (!field.getText().isEmpty()) {
                field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            }
            preview.showProblem(words.of(problem));
        }
    }

    /** Returns the bytes of a typed message: hex digits for a hex pattern, else text with escapes. */
    private static byte[] bytes(Match match, String message) {
        try {
            return match.kind() == Match.Kind.HEX
                    ? PastedHex.parse(message)
                    : Payload.text(message, Encoding.UTF_8, true, LineEnding.NONE);
        } catch (Problem e) {
            return message.getBytes(StandardCharsets.UTF_8); // not complete yet
        }
    }

    /** Shows this note instead of bytes. */
    void showNote(String text) {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        preview.showNote(text);
    }

    /** Returns the field to mark as wrong, and clears the preview, which need not show the problem as well. */
    PlainTextField fieldWithError() {
        showNote("");
        return field;
    }

    private static TemplateValues values(MessageFields fields, MatchCaptures found) {
        return new TemplateValues(
                fields, found, 1, ZonedDateTime.now(), "192.168.1.37:50112", 1, Encoding.UTF_8, new Random());
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
        VariableMenu.insert(field, variable);
        field.requestFocusInWindow();
    }

    private void changed() {
        // Hex contains every byte already.
        endingBox.setEnabled(isEnabled() && template().form() == TextForm.TEXT);
        if (!showing) {
            edited.run();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
