package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Background;
import dev.earshot.send.Draft;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import javax.swing.JComponent;

/**
 * Shows below the send box the bytes of the draft, or the problem with it or a sent message. Its line is always there,
 * so that nothing moves when there is something to say. Used on the EDT; a long draft is composed on the thread {@code
 * preview}, as that can take half a second, and the latest one is shown.
 */
final class DraftPreview {
    /** The longest draft that is composed at each key, in characters. */
    static final int SHORT = 16 * 1024;

    private final Words words;
    private final SendBox box;
    private final BytePreview line = new BytePreview();
    private Draft last = Draft.EMPTY;
    private Encoding shown;
    private DraftBytes composed; // the latest; null before the first
    private boolean composing;
    private boolean awaited; // whether the line still tells that the draft is being read

    DraftPreview(Words words, SendBox box) {
        this.words = words;
        this.box = box;
    }

    JComponent component() {
        return line;
    }

    /** Whether the last draft has been composed in the encoding that is shown. */
    private boolean isComposed() {
        return composed != null && composed.isOf(last, shown);
    }

    /** Returns the encoding in which the draft was last shown; null before that. */
    Encoding encoding() {
        return shown;
    }

    /** Shows the bytes of the draft instead of what was shown before. */
    void show(Draft draft, Encoding encoding) {
        last = draft;
        shown = encoding;
        box.outline(false);
        awaited = false;
        if (draft.text().isEmpty()) {
            line.nothing();
        } else if (isComposed()) {
            showComposed();
        } else if (draft.text().length() <= SHORT) {
            composed = DraftBytes.of(draft, encoding);
            showComposed();
        } else {
            line.note(words.of("ui.send.reading"));
            awaited = true;
            composeLater();
        }
    }

    /** Composes the last draft in the background, and then again if there is another one meanwhile. */
    private void composeLater() {
        if (composing) {
            return;
        }
        composing = true;
        Draft draft = last;
        Encoding encoding = shown;
        Background.run("preview", () -> {
            DraftBytes made = DraftBytes.of(draft, encoding);
            EventQueue.invokeLater(() -> {
                composing = false;
                composed = made;
                if (isComposed()) {
                    showIfAwaited();
                } else if (last.text().length() > SHORT) {
                    composeLater();
                }
            });
        });
    }

    /** Shows the draft that was read, unless a problem has taken its place meanwhile. */
    private void showIfAwaited() {
        if (awaited) {
            awaited = false;
            showComposed();
        }
    }

    private void showComposed() {
        if (composed.problem() == null) {
            line.bytes(EnvelopeWords.count(words, last, composed.message()), composed.message());
        } else {
            line.problem(words.of(composed.problem()));
        }
    }

    /** Shows a note. */
    void note(String what) {
        awaited = false;
        line.note(what);
    }

    /** Shows a problem that is not about the text in the box. */
    void warn(String wrong) {
        if (!wrong.isEmpty()) {
            awaited = false;
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
