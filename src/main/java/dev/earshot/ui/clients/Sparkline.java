package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.RateHistory;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainPanel;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.util.Arrays;
import java.util.List;

/** Draws the bytes per second of the last minute as two curves: received, with the area below it, and sent. */
public final class Sparkline extends PlainPanel {
    private final boolean labelled;
    private final double[] in = new double[RateHistory.SECONDS];
    private final double[] out = new double[RateHistory.SECONDS];
    private double highest;

    /** @param labelled whether the highest rate is written above the curves */
    public Sparkline(boolean labelled) {
        this.labelled = labelled;
        setOpaque(false);
    }

    /** Shows the sum of these histories. */
    public void show(List<RateHistory> histories) {
        Arrays.fill(in, 0);
        Arrays.fill(out, 0);
        for (RateHistory history : histories) {
            for (int i = 0; i < RateHistory.SECONDS; i++) {
                in[i] += history.in(i);
                out[i] += history.out(i);
            }
        }
        highest = 0;
        for (int i = 0; i < RateHistory.SECONDS; i++) {
            highest = Math.max(highest, Math.max(in[i], out[i]));
        }
        repaint();
    }

    /** Returns the highest rate in either direction, in bytes per second. */
    double highest() {
        return highest;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(72), UIScale.scale(16));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (highest == 0) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        // Without antialiasing: its code is large, and compiled again and again just when a flood needs the processors.
        Polygon received = line(in);
        Polygon area = new Polygon(received.xpoints, received.ypoints, received.npoints);
        area.addPoint(getWidth() - 1, getHeight());
        area.addPoint(0, getHeight());
        Color color = Token.RECEIVED.color();
        g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 36));
        g.fillPolygon(area);
        g.setColor(color);
        g.drawPolyline(received.xpoints, received.ypoints, received.npoints);
        if (hasSent()) { // a line at zero would only hide the bottom of the other curve
            g.setColor(Token.SENT.color());
            Polygon sent = line(out);
            g.drawPolyline(sent.xpoints, sent.ypoints, sent.npoints);
        }
        if (labelled) {
            label(g);
        }
        g.dispose();
    }

    private void label(Graphics2D g) {
        DrawnText.setAntialiasing(g, this);
        g.setFont(Theme.sans(11));
        g.setColor(Token.MUTED.color());
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(FigureText.rate(Math.round(highest)), 0, metrics.getAscent());
    }

    private boolean hasSent() {
        for (double rate : out) {
            if (rate > 0) {
                return true;
            }
        }
        return false;
    }

    private Polygon line(double[] rates) {
        Polygon line = new Polygon();
        double top = 1 + (labelled ? getFontMetrics(Theme.sans(11)).getHeight() + UIScale.scale(2) : 0);
        double height = getHeight() - 1 - top;
        for (int i = 0; i < rates.length; i++) {
            double x = i * (double) (getWidth() - 1) / (rates.length - 1);
            double y = top + height * (1 - rates[i] / highest);
            line.addPoint((int) Math.round(x), (int) Math.round(y));
        }
        return line;
    }
}
