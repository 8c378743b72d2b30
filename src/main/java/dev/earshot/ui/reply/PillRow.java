package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Pill;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;

/** Shows short texts as pills, as many as fit; the tool tip has all of them. */
final class PillRow extends PlainLabel {
    private static final int HEIGHT = 18;
    private static final int PADDING = 7;
    private static final int GAP = 6;

    private final Pill pill = new Pill();
    private transient List<String> texts = List.of();
    private String separator = "";

    PillRow(String name, String separator) {
        this.separator = separator;
        setName(name);
    }

    void show(List<String> other) {
        if (!other.equals(texts)) {
            texts = other;
            setToolTipText(other.isEmpty() ? null : getText());
            revalidate();
            repaint();
        }
    }

    /** Returns the text that is drawn, for assistive tools. */
    @Override
    public String getText() {
        return texts == null ? "" : String.join(separator, texts);
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(font());
        int width = 0;
        for (String text : texts) {
            width += width(metrics, text) + UIScale.scale(GAP);
        }
        return new Dimension(width, UIScale.scale(HEIGHT));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, UIScale.scale(HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        DrawnText.setAntialiasing(g, this);
        g.setFont(font());
        FontMetrics metrics = g.getFontMetrics();
        int height = UIScale.scale(HEIGHT);
        int y = (getHeight() - height) / 2;
        int x = 0;
        for (String text : texts) {
            int width = Math.min(width(metrics, text), getWidth() - x);
            if (width < UIScale.scale(4 * PADDING)) {
                return;
            }
            pill.paint(g, x, y, width, height);
            g.setColor(Token.TEXT.color());
            DrawnText.draw(g, text, x + UIScale.scale(PADDING), getHeight(), width - UIScale.scale(2 * PADDING));
            x += width + UIScale.scale(GAP);
        }
    }

    private static int width(FontMetrics metrics, String text) {
        return metrics.stringWidth(text) + UIScale.scale(2 * PADDING);
    }

    private static Font font() {
        return Theme.sans(12);
    }
}
