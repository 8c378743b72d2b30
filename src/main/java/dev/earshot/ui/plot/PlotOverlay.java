package dev.earshot.ui.plot;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.session.analysis.NumberPoints;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.TimeFormat;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Draws over a plot: marked rows, the row that is selected in the log, the point at the pointer. On the EDT. */
final class PlotOverlay {
    /** How near to the pointer a point must be, in pixels. */
    private static final int REACH = 24;

    private static final int GAP = 6;
    private static final float[] DASHES = {4, 3};

    private final PlotModel model;
    private final Words words;
    private final Function<Peer, String> label;
    private Point pointer; // null: it is elsewhere
    private Hover hover; // null: no point at the pointer
    private long selectedRow = -1;
    private long selectedTime;
    private Rectangle box; // null: none is being drawn

    /**
     * A point at the pointer.
     *
     * @param at number of the point in its line
     */
    record Hover(PlottedLine line, int at, double x, double y) {
        long row() {
            return line.points().row(at);
        }
    }

    PlotOverlay(PlotModel model, Words words, Function<Peer, String> label) {
        this.model = model;
        this.words = words;
        this.label = label;
    }

    /** Sets the row that is selected in the log, -1 for none; returns whether it is another one. */
    boolean select(long row, long time) {
        boolean other = row != selectedRow;
        selectedRow = row;
        selectedTime = time;
        return other;
    }

    /** Sets the rectangle that is being drawn; null for none. */
    void setBox(Rectangle drawn) {
        box = drawn;
    }

    /** Shows no point any more, for the picture is about to change. */
    void forgetHover() {
        hover = null;
    }

    /** Looks for no point any more, for the pointer is elsewhere. */
    void lookAway() {
        pointer = null;
        hover = null;
    }

    /** Looks at the same place of another picture, if the pointer is over it. */
    void lookAgain(PlotPicture picture, List<PlottedLine> lines) {
        if (pointer != null) {
            lookAt(pointer.x, pointer.y, picture, lines);
        }
    }

    /** Returns the point at the pointer; null if there is none. */
    Hover hover() {
        return hover;
    }

    /** Looks for the point at a place of the picture. */
    void lookAt(int x, int y, PlotPicture picture, List<PlottedLine> lines) {
        pointer = new Point(x, y);
        hover = null;
        if (picture == null || !picture.area().contains(x, y)) {
            return;
        }
        double nanos = (double) (picture.to() - picture.from()) / picture.area().width();
        double best = Double.MAX_VALUE;
        for (PlottedLine line : lines) {
            ValueScale scale = picture.scale(line.axis());
            double unit = (scale.most() - scale.least()) / picture.area().height();
            NumberPoints points = line.points();
            int at = points.nearest(picture.time(x), picture.value(y, scale), nanos * REACH, unit * REACH);
            if (at >= 0) {
                double px = picture.x(points.time(at));
                double py = picture.y(points.value(at), scale);
                double distance = Math.hypot(px - x, py - y);
                if (distance < best) {
                    best = distance;
                    hover = new Hover(line, at, px, py);
                }
            }
        }
    }

    /** Returns what is said about the point at the pointer, line by line; empty if there is none. */
    List<String> hoverText() {
        if (hover == null) {
            return List.of();
        }
        NumberPoints points = hover.line.points();
        List<String> text = new ArrayList<>();
        text.add(ValueScale.text(points.value(hover.at)));
        text.add(TimeFormat.dateAndTime(points.time(hover.at)));
        Peer peer = hover.line.series().series().peer(points.peer(hover.at));
        if (peer != null) {
            text.add(VisibleText.of(label.apply(peer)));
        }
        text.add(VisibleText.of(hover.line.series().typed()));
        text.add(words.of("ui.plot.row", points.row(hover.at) + 1));
        return text;
    }

    void paint(Graphics2D g, PlotPicture picture, PlotColors colors, Surface surface) {
        PlotPicture.Area area = picture.area();
        for (Map.Entry<Long, Long> mark : model.marks().entrySet()) {
            paintRow(g, picture, mark.getKey(), mark.getValue(), colors.note());
        }
        if (selectedRow >= 0 && !model.marks().containsKey(selectedRow)) {
            paintRow(g, picture, selectedRow, selectedTime, colors.row());
        }
        if (hover != null && area.contains((int) hover.x, (int) hover.y)) {
            Color color = colors.line(hover.line.color());
            surface.dot(hover.x, hover.y, 5, color);
            surface.dot(hover.x, hover.y, 2, colors.ground());
            paintBubble(g, picture, colors);
        }
        if (box != null) {
            g.setColor(colors.row());
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
            g.drawRect(box.x, box.y, box.width, box.height);
        }
    }

    private void paintRow(Graphics2D g, PlotPicture picture, long row, long time, Color color) {
        if (time < picture.from() || time > picture.to()) {
            return;
        }
        PlotPicture.Area area = picture.area();
        int x = (int) picture.x(time);
        g.setColor(color);
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
        g.drawLine(x, area.y(), x, area.y() + area.height());
        String text = words.of("ui.plot.row", row + 1);
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.stringWidth(text);
        int start = Math.min(x - width / 2, picture.width() - width - 2);
        g.drawString(text, Math.max(2, start), area.y() - metrics.getDescent() - 1);
    }

    /** Draws what is said about the point beside it, on the side where there is room. */
    private void paintBubble(Graphics2D g, PlotPicture picture, PlotColors colors) {
        List<String> text = hoverText();
        FontMetrics metrics = g.getFontMetrics();
        int width = text.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * GAP;
        int height = text.size() * metrics.getHeight() + GAP;
        int x = (int) hover.x + 2 * GAP;
        if (x + width > picture.width()) {
            x = Math.max(0, (int) hover.x - 2 * GAP - width);
        }
        int y = Math.max(0, Math.min((int) hover.y - height / 2, picture.height() - height - 1));
        g.setColor(colors.ground());
        g.fillRect(x, y, width, height);
        g.setStroke(new BasicStroke(1));
        g.setColor(colors.frame());
        g.drawRect(x, y, width, height);
        int line = y + GAP / 2 + metrics.getAscent();
        for (int i = 0; i < text.size(); i++) {
            g.setColor(i == 0 ? colors.text() : colors.muted());
            g.drawString(text.get(i), x + GAP, line);
            line += metrics.getHeight();
        }
    }
}
