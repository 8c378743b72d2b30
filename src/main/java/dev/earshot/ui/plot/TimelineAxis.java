package dev.earshot.ui.plot;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plot.Surface.Anchor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;

/** The axis below the lanes of the timeline, with the times. */
final class TimelineAxis extends JPanel {
    private static final int HEIGHT = 38;
    private static final int LABEL_ROOM = 110;

    private final TimelineCanvas canvas;

    TimelineAxis(TimelineCanvas canvas) {
        this.canvas = canvas;
        setPreferredSize(new Dimension(1, UIScale.scale(HEIGHT)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(Token.TABLE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Token.LINE.color());
        g.fillRect(0, 0, getWidth(), 1);
        TimeWindow time = canvas.time();
        if (time.isKnown()) {
            DrawnText.setAntialiasing(g, this);
            GraphicsSurface surface = new GraphicsSurface(g, Theme.sans(11));
            FontMetrics metrics = g.getFontMetrics(Theme.sans(11));
            int height = metrics.getHeight();
            int count = Math.max(1, canvas.barWidth() / UIScale.scale(LABEL_ROOM));
            for (TimeTicks.Tick tick : TimeTicks.of(time.from(), time.to(), count)) {
                double x = canvas.x(tick.time());
                surface.line(x, 0, x, UIScale.scale(4), Token.CONTROL.color());
                double half = Math.max(metrics.stringWidth(tick.label()), metrics.stringWidth(tick.date())) / 2.0;
                double middle = Math.min(x, getWidth() - half - 1); // or the window would cut it off
                surface.text(tick.label(), middle, UIScale.scale(3) + height, Token.MUTED.color(), Anchor.MIDDLE);
                surface.text(tick.date(), middle, UIScale.scale(3) + 2 * height, Token.MUTED.color(), Anchor.MIDDLE);
            }
        }
        g.dispose();
    }
}
