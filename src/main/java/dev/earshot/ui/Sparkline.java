package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.JComponent;

/** The rate of the last minute as a small curve. */
final class Sparkline extends JComponent {
    private static final int SECONDS = 60;

    private final long[] rates = new long[SECONDS];
    private int next;

    /** @param perSecond the rate of the second that has just passed */
    void add(long perSecond) {
        rates[next] = perSecond;
        next = (next + 1) % SECONDS;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(72), UIScale.scale(16));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        long most = highest();
        if (most == 0) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Path2D line = line(most);
        Path2D area = new Path2D.Double(line);
        area.lineTo(getWidth(), getHeight());
        area.lineTo(0, getHeight());
        area.closePath();
        Color color = Token.RECEIVED.color();
        g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 36));
        g.fill(area);
        g.setColor(color);
        g.setStroke(new BasicStroke(UIScale.scale(1.2f)));
        g.draw(line);
        g.dispose();
    }

    private long highest() {
        long most = 0;
        for (long rate : rates) {
            most = Math.max(most, rate);
        }
        return most;
    }

    private Path2D line(long most) {
        Path2D line = new Path2D.Double();
        double height = getHeight() - 2.0;
        for (int i = 0; i < SECONDS; i++) {
            double x = i * (double) getWidth() / (SECONDS - 1);
            double y = 1 + height * (1 - rates[(next + i) % SECONDS] / (double) most);
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }
}
