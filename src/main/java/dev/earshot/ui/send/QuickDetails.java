package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Encodings;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainComboBox;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Edits the message of the selected quick send, and shows its bytes. */
final class QuickDetails extends JPanel {
    private final transient Words words;
    private final transient BiConsumer<QuickSend, Object> edited;
    private final SendBox message;
    private final PlainComboBox<Optional<Encoding>> encoding;
    private final PlainComboBox<LineEnding> ending;
    private final ExtrasButton extras;
    private final BytePreview preview = new BytePreview();
    private transient QuickSend quick = QuickSend.EMPTY;
    private final transient Supplier<Encoding> spoken;
    private transient Encoding shown;
    private boolean showing;

    /**
     * Creates the details without a quick send.
     *
     * @param spoken returns the encoding of messages that have none of their own
     * @param edited takes the changed quick send, and the part that was edited
     */
    QuickDetails(Words words, Supplier<Encoding> spoken, BiConsumer<QuickSend, Object> edited) {
        super(new MigLayout("insets 8 12 8 12, gap 8 6, fillx", "[grow, fill]"));
        this.words = words;
        this.spoken = spoken;
        this.edited = edited;
        setBorder(Hairline.top());
        Controls controls = new Controls(words);
        message = new SendBox(words);
        JTextArea area = message.text();
        area.setName("quickMessageField");
        area.getAccessibleContext().setAccessibleName(words.of("ui.quick.column.message"));
        area.getDocument().addDocumentListener(TextEdits.listener(() -> edit("message")));
        encoding = controls.box(
                "quickEncodingBox", "ui.send.encoding.tip", e -> DraftFields.encoding(words, e), Encodings.withNone());
        ending = controls.box(
                "quickEndingBox",
                "ui.send.ending.tip",
                e -> DraftFields.ending(words, e),
                List.of(LineEnding.values()));
        extras = new ExtrasButton("quickExtrasButton", words, false, () -> edit("extras"));
        preview.setName("quickPreview");
        encoding.addActionListener(e -> edit("encoding"));
        ending.addActionListener(e -> edit("ending"));
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, nogrid"));
        row.add(encoding, "w 76:136:136, h 28!");
        row.add(ending, "w 80:140:140, h 28!");
        row.add(extras, "w 64::220, h 28!");
        add(row, "wrap");
        add(message, "growx, wmin 100, wrap");
        add(preview, "growx, h 20!");
        show(Optional.empty());
    }

    /** Shows a quick send, or that none is selected. */
    void show(Optional<QuickSend> selected) {
        showing = true;
        quick = selected.orElse(QuickSend.EMPTY);
        Draft draft = quick.draft();
        if (!message.text().getText().equals(draft.text())) {
            message.text().setText(draft.text()); // not while it is what the person types: the caret would jump
        }
        encoding.setSelectedItem(draft.fixedEncoding());
        ending.setSelectedItem(draft.ending());
        extras.show(new ExtraSettings(draft.escapes(), draft.envelope(), Nickname.NONE));
        extras.form(draft.form());
        boolean text = draft.form() == TextForm.TEXT;
        for (JComponent part : List.of(message.text(), extras)) {
            part.setEnabled(selected.isPresent());
        }
        encoding.setEnabled(selected.isPresent() && text);
        ending.setEnabled(selected.isPresent() && text);
        showing = false;
        preview();
    }

    private void edit(String what) {
        if (showing) {
            return;
        }
        Draft draft = new Draft(
                message.text().getText(),
                quick.draft().form(),
                encoding.getItemAt(encoding.getSelectedIndex()),
                ending.getItemAt(ending.getSelectedIndex()),
                extras.extras().escapes(),
                extras.extras().envelope());
        quick = QuickEdit.draft(quick, draft);
        edited.accept(quick, what);
        preview();
    }

    /** Shows the bytes in the encoding that the present target speaks. */
    void refresh() {
        if (!spoken.get().equals(shown)) {
            preview();
        }
    }

    private void preview() {
        shown = spoken.get();
        Draft draft = quick.draft();
        message.outline(false);
        if (draft.isEmpty()) {
            preview.nothing();
            return;
        }
        try {
            ComposedMessage made = draft.compose(draft.fixedEncoding().orElse(shown));
            preview.bytes(EnvelopeWords.count(words, draft, made), made);
        } catch (Problem problem) {
            preview.problem(words.of(problem));
            message.outline(true);
        }
    }
}
