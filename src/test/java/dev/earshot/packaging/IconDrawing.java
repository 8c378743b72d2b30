package dev.earshot.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws the icon of the program, a dot with two waves on either side as in {@code app.svg}, white on a blue tile. */
final class IconDrawing {
    private static final double GRID = 24; // the unit of all lengths: a 24th of the side
    private static final double TILE = 22.5;
    private static final double CORNER = 10;
    private static final double SHRUNK = 0.72; // leaves a margin between the waves and the border of the tile
    private static final float LINE = 2.2f;
    private static final double DOT = 2.6;
    private static final double[] WAVES = {6.2, 10.7};
    private static final Color BLUE = new Color(0x2563C9);

    private IconDrawing() {}

    /** Returns the icon as a square of this many pixels, transparent outside the tile. */
    static BufferedImage of(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(pixels / GRID, pixels / GRID);
        graphics.translate(GRID / 2, GRID / 2);
        graphics.setColor(BLUE);
        graphics.fill(new RoundRectangle2D.Double(-TILE / 2, -TILE / 2, TILE, TILE, CORNER, CORNER));
        graphics.scale(SHRUNK, SHRUNK);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        graphics.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double radius : WAVES) {
            graphics.draw(wave(radius, -45));
            graphics.draw(wave(radius, 135));
        }
        graphics.dispose();
        return image;
    }

    private static Arc2D wave(double radius, double fromDegrees) {
        return new Arc2D.Double(-radius, -radius, 2 * radius, 2 * radius, fromDegrees, 90, Arc2D.OPEN);
    }
}
