package dev.earshot.ui.plot;

import java.awt.Color;

/** A place where a picture is drawn: the screen, an image or an SVG file. Lengths are pixels, y grows downward. */
interface Surface {

    /** The side of a text's place on which it ends or begins. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void fill(double x, double y, double width, double height, Color color);

    /** Draws a straight line of one pixel. */
    void line(double x1, double y1, double x2, double y2, Color color);

    /**
     * Draws a line through points.
     *
     * @param smooth whether its edges are smoothed, which takes long where there are many points
     */
    void polyline(double[] xs, double[] ys, int from, int to, Color color, boolean smooth);

    void dot(double x, double y, double radius, Color color);

    /** Draws a text in one line. @param y of its base line */
    void text(String text, double x, double y, Color color, Anchor anchor);

    /** Restricts what is drawn from now on to a rectangle. */
    void clip(double x, double y, double width, double height);

    /** Ends the restriction. */
    void unclip();
}
