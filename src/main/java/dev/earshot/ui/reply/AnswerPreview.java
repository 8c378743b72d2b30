package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Hex;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;

/** A line under a template that shows the bytes it makes, or what is wrong with it. */
final class AnswerPreview extends PlainLabel {
    private static final int SHOWN_BYTES = 128;

    private String words = "";
    private String hex = "";
    private Token token = Token.MUTED;

    AnswerPreview(String name) {
        setName(name);
    }

    /** Shows the number of bytes and the first bytes in hex. */
    void showBytes(String count, byte[] bytes) {
        set(count, Hex.print(bytes, 0, Math.min(bytes.length, SHOWN_BYTES)), Token.MUTED);
    }

    /** Shows what is wrong with the template. */
    void showProblem(String why) {
        set(why, "", Token.ERROR);
    }

    /** Shows a plain note. */
    void showNote(String what) {
        set(what, "", Token.MUTED);
    }

    /** Returns the text that is drawn, for assistive tools. */
    @Override
    public String getText() {
        return words == null ? "" : hex.isEmpty() ? words : words + "  " + hex;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(100), UIScale.scale(20));
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
        DrawnText.draw(g, hex, x, getHeight(), getWidth() - x);
    }

    private void set(String newWords, String newHex, Token newToken) {
        words = newWords;
        hex = newHex;
        token = newToken;
        setToolTipText(newWords.isEmpty() ? null : getText());
        repaint();
    }
}
