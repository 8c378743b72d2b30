package dev.earshot.ui.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws plots with {@link Graphics2D}, on the screen or on an image; {@link SvgSurface} writes them as SVG. */
final class GraphicsSurface implements Surface {
    private static final float WIDTH = 1.4f;

    private final Graphics2D g;
    private Shape before;

    /** @param font of all texts */
    GraphicsSurface(Graphics2D g, Font font) {
        this.g = g;
        g.setFont(font);
    }

    @Override
    public void fill(double x, double y, double width, double height, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke(1));
        g.drawLine((int) Math.floor(x1), (int) Math.floor(y1), (int) Math.floor(x2), (int) Math.floor(y2));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Color color, boolean smooth) {
        g.setColor(color);
        if (!smooth) {
            g.setStroke(new BasicStroke(1));
            int[] x = new int[to - from];
            int[] y = new int[to - from];
            for (int i = from; i < to; i++) {
                x[i - from] = (int) Math.floor(xs[i]);
                y[i - from] = (int) Math.floor(ys[i]);
            }
            g.drawPolyline(x, y, to - from);
            return;
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, to - from);
        path.moveTo(xs[from], ys[from]);
        for (int i = from + 1; i < to; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        antialias(true);
        g.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        antialias(false);
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        g.setColor(color);
        antialias(true);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        antialias(false);
    }

    private void antialias(boolean wanted) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                wanted ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    @Override
    public void text(String text, double x, double y, Color color, Anchor anchor) {
        int width = g.getFontMetrics().stringWidth(text);
        double start = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2.0;
            case END -> x - width;
        };
        g.setColor(color);
        g.drawString(text, (int) Math.round(start), (int) Math.round(y));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        before = g.getClip();
        g.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        g.setClip(before);
    }
}
