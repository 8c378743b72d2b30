package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Hex;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JLabel;

/** One quiet line under the send box: how many bytes it makes and which; or what is wrong with it. */
final class BytePreview extends JLabel {
    private static final int SHOWN_BYTES = 256;

    private String words = "";
    private String length = ""; // bytes that were not typed have the colour of what we did
    private String typed = "";
    private String checksum = "";
    private String ending = "";
    private Token token = Token.MUTED;

    BytePreview() {
        setName("sendPreview");
        putClientProperty("html.disable", true);
    }

    /** @param said how many they are, and what of them was not typed */
    void bytes(String said, Envelope.Wrapped wrapped) {
        set(said, Token.MUTED);
        int shown = Math.min(wrapped.bytes().length, SHOWN_BYTES);
        int after = wrapped.checksumAt() + wrapped.checksumSize();
        length = hex(wrapped, 0, wrapped.headerSize(), shown);
        typed = hex(wrapped, wrapped.headerSize(), wrapped.checksumAt(), shown);
        checksum = hex(wrapped, wrapped.checksumAt(), after, shown);
        ending = hex(wrapped, after, shown, shown);
    }

    private static String hex(Envelope.Wrapped wrapped, int from, int until, int shown) {
        int end = Math.min(until, shown);
        return from >= end ? "" : Hex.print(wrapped.bytes(), from, end - from) + " ";
    }

    void problem(String why) {
        set(why, Token.ERROR);
    }

    void note(String what) {
        set(what, Token.MUTED);
    }

    void nothing() {
        set("", Token.MUTED);
    }

    /** What is drawn, for assistive tools. */
    @Override
    public String getText() {
        return words == null ? "" : (words + "  " + length + typed + checksum + ending).strip();
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
        DrawnText.smooth(g, this);
        g.setFont(Theme.sans(12));
        g.setColor(token.color());
        int x = DrawnText.draw(g, words, 0, getHeight(), getWidth()) + UIScale.scale(12);
        g.setFont(Theme.mono(11));
        x = draw(g, length, x, Token.SENT);
        x = draw(g, typed, x, token);
        x = draw(g, checksum, x, Token.SENT);
        draw(g, ending, x, token);
    }

    private int draw(Graphics2D g, String hex, int x, Token color) {
        if (hex.isEmpty() || x >= getWidth()) {
            return x;
        }
        g.setColor(color.color());
        DrawnText.draw(g, hex, x, getHeight(), getWidth() - x);
        return x + g.getFontMetrics().stringWidth(hex);
    }

    private void set(String newWords, Token newToken) {
        words = newWords;
        length = "";
        typed = "";
        checksum = "";
        ending = "";
        token = newToken;
        setToolTipText(newToken == Token.ERROR ? newWords : null);
        repaint();
    }
}
