package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import javax.swing.Icon;

/** Paints the note on a row behind its message, which gives up to half of the room. Confined to the EDT. */
final class NotePainter {
    private static final int GAP = 16;

    private final Icon icon = Icons.of("mark", 14, Token.NOTE);

    /**
     * Paints the note.
     *
     * @param start where the message begins
     * @param end where the room for both ends
     * @return where the room for the message ends
     */
    int paint(Graphics2D g, Component on, LogRow row, int start, int end, int textSize) {
        String text = VisibleText.of(row.row().note());
        int gap = UIScale.scale(GAP);
        int beforeText = icon.getIconWidth() + UIScale.scale(4);
        g.setFont(row.text().isMessage() ? Theme.mono(textSize) : Theme.sans(textSize));
        int message = g.getFontMetrics().stringWidth(DrawnText.fit(row.text().text(), g.getFontMetrics(), end - start));
        g.setFont(Theme.sans(textSize));
        FontMetrics metrics = g.getFontMetrics();
        int wanted = beforeText + metrics.stringWidth(text);
        int room = Math.max((end - start) / 2, end - start - message - gap);
        int width = Math.min(wanted, room);
        int x = Math.min(start + message + gap, end - width);
        icon.paintIcon(on, g, x, (on.getHeight() - icon.getIconHeight()) / 2);
        g.setColor(Token.NOTE.color());
        String fitting = DrawnText.fit(text, metrics, width - beforeText);
        g.drawString(fitting, x + beforeText, DrawnText.baseline(metrics, on.getHeight()));
        return x - gap;
    }
}
