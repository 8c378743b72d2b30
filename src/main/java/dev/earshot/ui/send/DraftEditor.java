package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.send.Draft;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.TextEdits;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** Edits the message in the send box: its text, how it goes out, its preview, and the way back to earlier ones. */
final class DraftEditor {
    private final SendBox box;
    private final DraftPreview preview;
    private final DraftFields fields;
    private final Supplier<Encoding> spoken;
    private SendState state;
    private boolean replacing;

    /**
     * @param usable whether anything can be sent here at all
     * @param state keeps what is typed and was sent
     * @param spoken the encoding of the receivers, where the fields leave it to them
     */
    DraftEditor(Settings settings, Words words, boolean usable, SendState state, Supplier<Encoding> spoken) {
        this.state = state;
        this.spoken = spoken;
        box = new SendBox(words);
        preview = new DraftPreview(words, box);
        fields = new DraftFields(settings, words, usable, this::showPreview);
        box.text().getDocument().addDocumentListener(TextEdits.listener(this::edited));
    }

    SendBox box() {
        return box;
    }

    DraftPreview preview() {
        return preview;
    }

    /** Adds the fields that say how the message goes out. */
    void addFieldsTo(JPanel row) {
        fields.addTo(row);
    }

    /** Takes over the text of another editor, and what is kept of it. */
    void goOn(DraftEditor before) {
        state = before.state;
        box.text().setText(before.box.text().getText());
    }

    /** The message as it stands in the box. */
    Draft draft() {
        return draftLike(box.text().getText());
    }

    /** A message of this text with all that the fields say. */
    Draft draftLike(String text) {
        return fields.draft(text);
    }

    /** The encoding in which the message would go now; what a client speaks may turn out while somebody types. */
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

    /** Puts what was typed before the program ended into the box, unless something was typed since. */
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

    /** Shows what the message becomes, and no longer what was wrong before. */
    void showPreview() {
        preview.show(draft(), encoding());
    }

    /** Shows the preview if the message would go in another encoding than the one it shows. */
    void showEncoding() {
        if (!encoding().equals(preview.encoding())) {
            showPreview();
        }
    }

    /** @param little whether there is little height: the preview goes and the box gets lower */
    void compact(boolean little) {
        preview.compact(little);
        box.lower(little);
    }

    /** Selects the text, to be sent again or to be typed over. */
    void selectAll() {
        box.text().selectAll();
    }
}
