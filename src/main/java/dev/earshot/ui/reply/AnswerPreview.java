package dev.earshot.ui.reply;

import dev.earshot.codec.Hex;
import dev.earshot.ui.parts.HexLine;
import dev.earshot.ui.parts.Token;
import java.util.List;

/** A line under a template that shows the bytes it makes, or what is wrong with it. */
final class AnswerPreview extends HexLine {
    private static final int SHOWN_BYTES = 128;

    AnswerPreview(String name) {
        super(name);
    }

    /** Shows the number of bytes and the first bytes in hex. */
    void showBytes(String count, byte[] bytes) {
        String hex = Hex.print(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
        set(count, Token.MUTED, List.of(new Part(hex, Token.MUTED)));
    }

    /** Shows what is wrong with the template. */
    void showProblem(String why) {
        set(why, Token.ERROR, List.of());
    }

    /** Shows a plain note. */
    void showNote(String what) {
        set(what, Token.MUTED, List.of());
    }

    private void set(String words, Token color, List<Part> parts) {
        show(words, color, parts);
        setToolTipText(words.isEmpty() ? null : getText());
    }
}
