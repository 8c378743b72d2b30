package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.session.Words;
import javax.swing.JComponent;

/** Shows below the send box the bytes of the draft, or the problem with it or with a sent message. */
final class DraftPreview {
    private final Words words;
    private final SendBox box;
    private final BytePreview line = new BytePreview();
    private Draft last = Draft.EMPTY;
    private Encoding shown;
    private Draft composed;
    private ComposedMessage message; // of the draft that was composed, in the encoding that is shown
    private boolean low;

    DraftPreview(Words words, SendBox box) {
        this.words = words;
        this.box = box;
    }

    JComponent component() {
        return line;
    }

    /**
     * Adapts to the height of the window.
     *
     * @param little whether there is little height, so that only problems and the bytes of pasted dumps are shown
     */
    void compact(boolean little) {
        low = little;
        line.setVisible(!little || last.isPastedHex());
    }

    /** Returns the encoding in which the draft was last shown; null before that. */
    Encoding encoding() {
        return shown;
    }

    /** Shows the bytes of the draft instead of what was shown before. */
    void show(Draft draft, Encoding encoding) {
        last = draft;
        boolean wanted = !low || draft.isPastedHex();
        if (line.isVisible() != wanted) {
            line.setVisible(wanted);
            line.revalidate();
        }
        box.outline(false);
        boolean same = encoding.equals(shown) && draft.equals(composed);
        shown = encoding;
        if (draft.text().isEmpty()) {
            composed = null; // its bytes may be in another encoding when the draft comes back
            line.nothing();
            return;
        }
        try {
            if (!same) {
                composed = null;
                message = draft.compose(encoding);
                composed = draft;
            }
            line.bytes(EnvelopeWords.count(words, draft, message), message);
        } catch (Problem problem) {
            line.problem(words.of(problem));
        }
    }

    /** Shows a note. */
    void note(String what) {
        line.note(what);
    }

    /** Shows a problem that is not about the text in the box. */
    void warn(String wrong) {
        if (!wrong.isEmpty()) {
            line.setVisible(true); // also in a low window: the problem must be seen
            line.problem(wrong);
        }
    }

    /** Shows a problem with the text in the box, and puts the caret there. */
    void fail(String why, int position) {
        if (!why.isEmpty()) {
            warn(why);
            box.point(position);
        }
    }
}
