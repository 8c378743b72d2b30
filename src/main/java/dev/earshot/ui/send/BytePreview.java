package dev.earshot.ui.send;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Hex;
import dev.earshot.send.ComposedMessage;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/** A line that shows the bytes of a message and their number, or the problem with it. */
final class BytePreview extends PlainLabel {
    private static final int SHOWN_BYTES = 256;

    /** A part of the message. Bytes that were not typed have another colour. */
    private record Part(String hex, boolean typed) {}

    private String words = "";
    private transient List<Part> parts = List.of();
    private Token token = Token.MUTED;

    BytePreview() {
        setName("sendPreview");
    }

    /**
     * Shows the bytes of a message.
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
                        part(message, 0, message.typedAt(), false),
                        part(message, message.typedAt(), message.typedEnd(), true),
                        part(message, message.typedEnd(), message.nickEnd(), false),
                        part(message, message.nickEnd(), wrapped.checksumAt(), true),
                        part(message, wrapped.checksumAt(), after, false),
                        part(message, after, all, true)));
    }

    private static Part part(ComposedMessage message, int from, int until, boolean typed) {
        int end = Math.min(until, SHOWN_BYTES);
        return new Part(from >= end ? "" : Hex.print(message.bytes(), from, end - from) + " ", typed);
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

    /** Returns the drawn text, for assistive tools. */
    @Override
    public String getText() {
        if (words == null) {
            return ""; // asked by the constructor of the label
        }
        String hex = parts.stream().map(Part::hex).collect(Collectors.joining());
        return (words + "  " + hex).strip();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, UIScale.scale(20));
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        DrawnText.setAntialiasing(g, this);
        g.setFont(Theme.sans(12));
        g.setColor(token.color());
        int x = DrawnText.draw(g, words, 0, getHeight(), getWidth()) + UIScale.scale(12);
        g.setFont(Theme.mono(11));
        for (Part part : parts) {
            x = draw(g, part.hex(), x, part.typed() ? token : Token.SENT);
        }
    }

    private int draw(Graphics2D g, String hex, int x, Token color) {
        if (hex.isEmpty() || x >= getWidth()) {
            return x;
        }
        g.setColor(color.color());
        DrawnText.draw(g, hex, x, getHeight(), getWidth() - x);
        return x + g.getFontMetrics().stringWidth(hex);
    }

    private void set(String newWords, Token newToken, List<Part> newParts) {
        words = newWords;
        parts = newParts;
        token = newToken;
        setToolTipText(newToken == Token.ERROR ? newWords : null);
        repaint();
    }
}
