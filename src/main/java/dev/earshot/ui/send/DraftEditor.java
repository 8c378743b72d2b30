package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.send.Draft;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.TextEdits;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** Edits the message in the send box with its text, fields, preview and history. */
final class DraftEditor {
    private final SendBox box;
    private final DraftPreview preview;
    private final DraftFields fields;
    private final Supplier<Encoding> spoken;
    private SendState state;
    private boolean replacing;

    /**
     * @param usable whether messages can be sent at all
     * @param state stores the typed text and the sent messages
     * @param spoken gives the encoding of the receivers, which is used unless the fields fix one
     */
    DraftEditor(Settings settings, Words words, boolean usable, SendState state, Supplier<Encoding> spoken) {
        this.state = state;
        this.spoken = spoken;
        box = new SendBox(words);
        preview = new DraftPreview(words, box);
        fields = new DraftFields(settings, words, usable, this::showPreview);
        box.onRefused(length -> preview.warn(words.of("ui.send.too.long", TypedText.MOST, length)));
        box.text().getDocument().addDocumentListener(TextEdits.listener(this::edited));
    }

    SendBox box() {
        return box;
    }

    DraftPreview preview() {
        return preview;
    }

    /** Adds the fields for form, encoding and line ending. */
    void addFieldsTo(JPanel row) {
        fields.addTo(row);
    }

    /** Takes over the text and the state of another editor. */
    void goOn(DraftEditor before) {
        state = before.state;
        box.text().setText(before.box.text().getText());
    }

    /** Returns the message in the box. */
    Draft draft() {
        return draftLike(box.text().getText());
    }

    /** Returns a message of this text with the settings of the fields. */
    Draft draftLike(String text) {
        return fields.draft(text);
    }

    /**
     * Returns the encoding for the message now. The encoding of a client may become known while the message is typed.
     */
    Encoding encoding() {
        return draftLike("").fixedEncoding().orElseGet(spoken);
    }

    /** Puts a message that was sent before into the box. */
    void take(Draft before) {
        replaceText(before.text(), () -> fields.show(before));
        box.text().requestFocusInWindow();
        box.text().setCaretPosition(box.text().getDocument().getLength());
        typed();
    }

    /** Puts the text of the last run of the program into the box, unless it has a text already. */
    void restore(Draft before) {
        if (box.text().getText().isEmpty() && !before.text().isEmpty()) {
            replaceText(before.text(), () -> {});
        }
        typed();
    }

    private void replaceText(String text, Runnable first) {
        replacing = true;
        first.run();
        box.text().setText(text);
        replacing = false;
    }

    private void edited() {
        if (!replacing) {
            state.history.restartWalk();
            typed();
        }
    }

    private void typed() {
        state.typed(draft());
        showPreview();
    }

    void recall(int step) {
        Draft found = state.history.walk(step, draft());
        if (found != null) {
            take(found);
        }
    }

    /** Shows the bytes of the message instead of an earlier problem. */
    void showPreview() {
        preview.show(draft(), encoding());
    }

    /** Updates the preview if the encoding of the message has changed. */
    void showEncoding() {
        if (!encoding().equals(preview.encoding())) {
            showPreview();
        }
    }

    /**
     * Adapts to the height of the window.
     *
     * @param little whether there is little height, so that the box gets lower
     */
    void compact(boolean little) {
        box.lower(little);
    }

    /** Selects the text, so that it can be sent again or typed over. */
    void selectAll() {
        box.text().selectAll();
    }
}
