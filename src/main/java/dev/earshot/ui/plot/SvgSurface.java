package dev.earshot.ui.plot;

import java.awt.Color;
import java.util.Locale;

/** Draws a picture as SVG 1.1 (W3C, 2011). */
final class SvgSurface implements Surface {
    private final StringBuilder svg = new StringBuilder(1 << 16);
    private final int width;
    private final int height;
    private int clips;

    /**
     * Begins a picture.
     *
     * @param fontSize of all texts
     */
    SvgSurface(int width, int height, int fontSize) {
        this.width = width;
        this.height = height;
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"%d\">\n",
                width, height, width, height, fontSize);
    }

    /** Ends the picture, and returns the whole file. */
    String end() {
        return svg.append("</svg>\n").toString();
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    @Override
    public void fill(double x, double y, double w, double h, Color color) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n", x, y, w, h, hex(color));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color) {
        // Half a pixel, so that the line covers one row of pixels and not two halves.
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
                Math.floor(x1) + 0.5, Math.floor(y1) + 0.5, Math.floor(x2) + 0.5, Math.floor(y2) + 0.5, hex(color));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Color color, boolean smooth) {
        svg.append("<polyline fill=\"none\" stroke-width=\"1.4\" stroke-linejoin=\"round\" stroke=\"")
                .append(hex(color))
                .append("\" points=\"");
        for (int i = from; i < to; i++) {
            add(i == from ? "%.1f,%.1f" : " %.1f,%.1f", xs[i], ys[i]);
        }
        svg.append("\"/>\n");
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n", x, y, radius, hex(color));
    }

    @Override
    public void text(String text, double x, double y, Color color, Anchor anchor) {
        String name = anchor.name().toLowerCase(Locale.ROOT);
        add("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">", x, y, hex(color), name);
        svg.append(escape(text)).append("</text>\n");
    }

    /** Escapes what XML gives a meaning, and replaces the characters that it must not have. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
    }

    @Override
    public void clip(double x, double y, double w, double h) {
        clips++;
        add("<clipPath id=\"clip%d\">", clips);
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/></clipPath>", x, y, w, h);
        add("<g clip-path=\"url(#clip%d)\">\n", clips);
    }

    @Override
    public void unclip() {
        svg.append("</g>\n");
    }

    @Override
    public String toString() {
        return "SVG of " + width + " x " + height;
    }
}
