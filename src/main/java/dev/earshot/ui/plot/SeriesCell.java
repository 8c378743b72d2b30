package dev.earshot.ui.plot;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JList;

/** Draws a row of the list of series: the colour of its line, its name, and below it its figures. */
final class SeriesCell extends PlainListCell {
    private static final int SWATCH = 14;
    private static final int INDENT = 12;

    private transient SeriesEntry entry;
    private boolean chosen;

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean selected, boolean focused) {
        super.getListCellRendererComponent(list, "", index, selected, false);
        entry = (SeriesEntry) value;
        chosen = selected;
        setToolTipText(entry.state()); // it may be cut
        getAccessibleContext().setAccessibleName(entry.title() + " " + entry.state());
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        DrawnText.setAntialiasing(g, this);
        g.setColor((chosen ? Token.SELECTION : Token.WINDOW).color());
        g.fillRect(0, 0, getWidth(), getHeight());
        int x = UIScale.scale(entry.part() ? 2 * INDENT : INDENT);
        int swatch = UIScale.scale(SWATCH);
        if (entry.color() >= 0) {
            g.setColor(PlotColors.present().line(entry.color()));
            g.fillRect(x, getHeight() / 3, swatch, UIScale.scale(3));
            x += swatch + UIScale.scale(6);
        }
        Font name = entry.part() ? Theme.sans(12) : Theme.mono(12);
        drawLine(g, entry.title(), name, Token.TEXT, x, getHeight() / 2 - UIScale.scale(3));
        drawLine(g, entry.state(), Theme.sans(11), Token.MUTED, x, getHeight() - UIScale.scale(6));
        g.dispose();
    }

    private void drawLine(Graphics2D g, String text, Font font, Token token, int x, int y) {
        g.setFont(font);
        g.setColor(token.color());
        g.drawString(DrawnText.fit(text, g.getFontMetrics(), getWidth() - x - UIScale.scale(6)), x, y);
    }
}
