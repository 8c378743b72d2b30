package dev.earshot.ui.parts;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A drawing of round lines of one width in one colour on a square of 24, read from an SVG file of ours. Only what these
 * files use is understood: paths, circles, and rectangles with round corners (SVG 1.1, sections 8.3, 9.2 and 9.3). An
 * SVG library would load 400 more classes before the window is painted. Any thread.
 */
final class SvgDrawing {
    private static final double SIDE = 24;
    private static final Map<String, SvgDrawing> KNOWN = new ConcurrentHashMap<>();

    private final Path2D lines = new Path2D.Double();
    private final Path2D areas = new Path2D.Double();
    private final float width;

    /** @throws IllegalArgumentException if the file has an element that is not understood */
    SvgDrawing(String svg) {
        width = (float) number(svg, "stroke-width");
        int end = svg.indexOf('>');
        for (int start = svg.indexOf('<', end); start >= 0; start = svg.indexOf('<', end)) {
            end = svg.indexOf('>', start);
            add(svg.substring(start + 1, end));
        }
    }

    /** Returns the drawing of this name, which is read only once. */
    static SvgDrawing of(String name) {
        SvgDrawing known = KNOWN.get(name);
        if (known == null) {
            known = new SvgDrawing(read(name + ".svg"));
            KNOWN.put(name, known);
        }
        return known;
    }

    private static String read(String file) {
        try (InputStream svg = SvgDrawing.class.getResourceAsStream("/dev/earshot/ui/" + file)) {
            if (svg == null) {
                throw new IllegalArgumentException(file + " is not in the program");
            }
            return new String(svg.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String element) {
        if (element.startsWith("path ")) {
            new PathData(attribute(element, "d"), lines).read();
        } else if (element.startsWith("circle ")) {
            double radius = number(element, "r");
            Ellipse2D circle = new Ellipse2D.Double(
                    number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
            lines.append(circle, false);
            if (attribute(element, "fill") != null) {
                areas.append(circle, false);
            }
        } else if (element.startsWith("rect ")) {
            double corner = 2 * number(element, "rx");
            lines.append(
                    new RoundRectangle2D.Double(
                            number(element, "x"),
                            number(element, "y"),
                            number(element, "width"),
                            number(element, "height"),
                            corner,
                            corner),
                    false);
        } else if (!element.equals("/svg")) {
            throw new IllegalArgumentException(element);
        }
    }

    private static double number(String element, String name) {
        String value = attribute(element, name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing in " + element);
        }
        return Double.parseDouble(value);
    }

    /** Returns the value of an attribute; null if the element does not have it. */
    private static String attribute(String element, String name) {
        String before = " " + name + "=\"";
        int start = element.indexOf(before);
        if (start < 0) {
            return null;
        }
        start += before.length();
        return element.substring(start, element.indexOf('"', start));
    }

    /**
     * Paints the drawing in the colour of the graphics.
     *
     * @param side of the square, in pixels
     */
    void paint(Graphics2D g, double side) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(side / SIDE, side / SIDE);
        g.fill(areas);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(lines);
    }
}
