package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.session.Words;
import javax.swing.JComponent;

/** Shows under the send box the bytes of the draft, or what is wrong with it or with what was sent. */
final class DraftPreview {
    private final Words words;
    private final SendBox box;
    private final BytePreview line = new BytePreview();
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

    /** @param little whether there is little height: then it is seen only while something is wrong */
    void compact(boolean little) {
        low = little;
        line.setVisible(!little);
    }

    /** The encoding in which the draft was shown last; null before that. */
    Encoding encoding() {
        return shown;
    }

    /** Shows the bytes of the draft instead of what was shown before. */
    void show(Draft draft, Encoding encoding) {
        if (line.isVisible() && low) {
            line.setVisible(false);
            line.revalidate();
        }
        box.outline(false);
        boolean same = encoding.equals(shown) && draft.equals(composed);
        shown = encoding;
        if (draft.text().isEmpty()) {
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

    /** Says what is going on. */
    void note(String what) {
        line.note(what);
    }

    /** Says what is wrong with something that does not stand in the box. */
    void warn(String wrong) {
        if (!wrong.isEmpty()) {
            line.setVisible(true); // where it has made room, it comes back: the words must be seen
            line.problem(wrong);
        }
    }

    /** Says what is wrong with what stands in the box, and goes there. */
    void fail(String why, int position) {
        if (!why.isEmpty()) {
            warn(why);
            box.point(position);
        }
    }
}
