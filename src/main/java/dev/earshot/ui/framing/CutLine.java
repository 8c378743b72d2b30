package dev.earshot.ui.framing;

import dev.earshot.codec.framing.CutPreview;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Background;
import dev.earshot.session.words.CutWords;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.Token;
import java.awt.EventQueue;
import java.util.Optional;

/** Says in a line how a framing would cut the selected message of the log. EDT; it cuts on a thread. */
final class CutLine {
    private final Words words;
    private final Notice notice;
    private Optional<byte[]> selected;
    private int request;

    /** @param width of the line, in pixels before scaling */
    CutLine(Words words, int width) {
        this.words = words;
        notice = new Notice("framingCut", null, Token.MUTED, width);
    }

    Notice notice() {
        return notice;
    }

    /** Sets the selected message; empty if none is selected. */
    void select(Optional<byte[]> message) {
        selected = message;
    }

    /** Shows how this framing would cut the message; nothing while the message is not read yet. */
    void show(Framing framing) {
        int mine = ++request;
        if (selected == null) {
            return;
        } else if (selected.isEmpty()) {
            notice.say(words.of("ui.framing.cut.none"));
            return;
        }
        byte[] message = selected.get();
        Background.run("cut", () -> {
            String cut = CutWords.of(CutPreview.of(framing, message), words);
            EventQueue.invokeLater(() -> {
                if (mine == request) {
                    notice.say(words.of("ui.framing.cut", cut));
                }
            });
        });
    }

    /** Shows nothing, because there is no framing. */
    void clear() {
        request++;
        notice.say("");
    }
}
