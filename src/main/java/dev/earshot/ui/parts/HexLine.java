package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/** A line of words with hex digits behind them, which is cut off at its end. Confined to the EDT. */
public class HexLine extends PlainLabel {
    private static final int GAP = 12;

    /** Hex digits of one colour. */
    public record Part(String hex, Token color) {}

    private String words = "";
    private transient List<Part> parts = List.of();
    private Token color = Token.MUTED;

    protected HexLine(String name) {
        setName(name);
    }

    /**
     * Shows these from now on.
     *
     * @param shownColor of the words
     */
    protected final void show(String shownWords, Token shownColor, List<Part> shownParts) {
        words = shownWords;
        color = shownColor;
        parts = shownParts;
        repaint();
    }

    /** Returns the text that is drawn, for assistive tools. */
    @Override
    public String getText() {
        if (words == null) {
            return ""; // asked by the constructor of the label
        } else if (parts.isEmpty()) {
            return words;
        }
        String hex = parts.stream().map(Part::hex).collect(Collectors.joining());
        return (words + "  " + hex).strip();
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
        g.setColor(color.color());
        int x = DrawnText.draw(g, words, 0, getHeight(), getWidth()) + UIScale.scale(GAP);
        g.setFont(Theme.mono(11));
        for (Part part : parts) {
            x = draw(g, part, x);
        }
    }

    private int draw(Graphics2D g, Part part, int x) {
        if (part.hex().isEmpty() || x >= getWidth()) {
            return x;
        }
        g.setColor(part.color().color());
        DrawnText.draw(g, part.hex(), x, getHeight(), getWidth() - x);
        return x + g.getFontMetrics().stringWidth(part.hex());
    }
}
