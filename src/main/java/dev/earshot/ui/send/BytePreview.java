package dev.earshot.ui.send;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Hex;
import dev.earshot.send.ComposedMessage;
import dev.earshot.ui.parts.HexLine;
import dev.earshot.ui.parts.Token;
import java.util.List;

/** A line that shows the bytes of a message and their number, or the problem with it. */
final class BytePreview extends HexLine {
    private static final int SHOWN_BYTES = 256;

    BytePreview() {
        super("sendPreview");
    }

    /**
     * Shows the bytes of a message. Those that were not typed have another colour.
     *
     * @param said their number, and the parts that were not typed
     */
    void bytes(String said, ComposedMessage message) {
        Envelope.Wrapped wrapped = message.wrapped();
        int after = wrapped.checksumAt() + wrapped.checksumSize();
        int all = message.bytes().length;
        set(
                said,
                Token.MUTED,
                List.of(
                        part(message, 0, message.typedAt(), Token.SENT),
                        part(message, message.typedAt(), message.typedEnd(), Token.MUTED),
                        part(message, message.typedEnd(), message.nickEnd(), Token.SENT),
                        part(message, message.nickEnd(), wrapped.checksumAt(), Token.MUTED),
                        part(message, wrapped.checksumAt(), after, Token.SENT),
                        part(message, after, all, Token.MUTED)));
    }

    private static Part part(ComposedMessage message, int from, int until, Token color) {
        int end = Math.min(until, SHOWN_BYTES);
        return new Part(from >= end ? "" : Hex.print(message.bytes(), from, end - from) + " ", color);
    }

    void problem(String why) {
        set(why, Token.ERROR, List.of());
    }

    void note(String what) {
        set(what, Token.MUTED, List.of());
    }

    void nothing() {
        set("", Token.MUTED, List.of());
    }

    private void set(String words, Token color, List<Part> parts) {
        show(words, color, parts);
        setToolTipText(color == Token.ERROR ? words : null);
    }
}
