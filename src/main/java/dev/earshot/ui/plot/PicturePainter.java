package dev.earshot.ui.plot;

import dev.earshot.codec.VisibleText;
import dev.earshot.ui.plot.Surface.Anchor;
import java.util.Set;

/** Draws a {@link PlotPicture} on a {@link Surface}: its grid, axes, lines and legend. */
final class PicturePainter {
    private static final double RADIUS = 2.4;
    private static final int GAP = 6;
    private static final int TICK = 4;
    private static final int LEGEND_SWATCH = 14;

    private final PlotPicture picture;
    private final PlotColors colors;
    private final Surface to;
    private final int textHeight;
    private final Set<Integer> front;

    /**
     * @param textHeight height of a line of text, in pixels
     * @param front numbers of the colours of the lines that are drawn in front of the others
     */
    PicturePainter(PlotPicture picture, PlotColors colors, Surface to, int textHeight, Set<Integer> front) {
        this.picture = picture;
        this.colors = colors;
        this.to = to;
        this.textHeight = textHeight;
        this.front = front;
    }

    /** Draws everything. */
    void paint() {
        to.fill(0, 0, picture.width(), picture.height(), colors.ground());
        paintGrid();
        PlotPicture.Area area = picture.area();
        to.clip(area.x(), area.y() - 1.0, area.width() + 1.0, area.height() + 2.0);
        picture.lines().stream().filter(line -> !front.contains(line.color())).forEach(this::paintLine);
        picture.lines().stream().filter(line -> front.contains(line.color())).forEach(this::paintLine);
        to.unclip();
    }

    private void paintGrid() {
        PlotPicture.Area area = picture.area();
        int bottom = area.y() + area.height();
        for (PlotPicture.Mark mark : picture.times()) {
            double x = area.x() + mark.at();
            to.line(x, area.y(), x, bottom, colors.grid());
            double middle = area.x() + mark.labelAt();
            to.text(mark.label(), middle, bottom + (double) textHeight, colors.muted(), Anchor.MIDDLE);
            if (!mark.below().isEmpty()) {
                to.text(mark.below(), middle, bottom + 2.0 * textHeight, colors.muted(), Anchor.MIDDLE);
            }
        }
        for (int i = 0; i < picture.axes().size(); i++) {
            paintAxis(picture.axes().get(i), i == 0);
        }
        to.line(area.x(), bottom, area.x() + area.width(), bottom, colors.frame());
    }

    /** @param grid whether its marks go on through the area */
    private void paintAxis(PlotPicture.Axis axis, boolean grid) {
        PlotPicture.Area area = picture.area();
        boolean own = axis.color() >= 0 && picture.axes().size() > 1;
        for (PlotPicture.Mark mark : axis.marks()) {
            double y = area.y() + mark.at();
            if (grid) {
                to.line(area.x(), y, area.x() + area.width(), y, colors.grid());
            }
            double end = axis.left() ? axis.x() - TICK : axis.x() + TICK;
            to.line(axis.x(), y, end, y, colors.frame());
            to.text(
                    mark.label(),
                    axis.left() ? axis.x() - GAP : axis.x() + GAP,
                    y + textHeight * 0.3,
                    own ? colors.line(axis.color()) : colors.muted(),
                    axis.left() ? Anchor.END : Anchor.START);
        }
        to.line(
                axis.x(),
                area.y(),
                axis.x(),
                area.y() + area.height(),
                own ? colors.line(axis.color()) : colors.frame());
    }

    private void paintLine(PlotPicture.Line line) {
        double[] ys = line.ys();
        int from = 0;
        while (from < ys.length) {
            if (Double.isNaN(ys[from])) {
                from++;
                continue;
            }
            int end = from + 1;
            while (end < ys.length && !Double.isNaN(ys[end])) {
                end++;
            }
            if (end - from > 1) {
                to.polyline(line.xs(), ys, from, end, colors.line(line.color()), picture.smooth());
            }
            if (line.dots() || end - from == 1) {
                paintDots(line, from, end);
            }
            from = end;
        }
    }

    /** Draws the points, but not where the line crosses an edge. */
    private void paintDots(PlotPicture.Line line, int from, int end) {
        PlotPicture.Area area = picture.area();
        for (int i = from; i < end; i++) {
            double x = line.xs()[i];
            if (x > area.x() && x < area.x() + area.width()) {
                to.dot(x, line.ys()[i], RADIUS, colors.line(line.color()));
            }
        }
    }

    /** Returns the height of the names of all lines below each other, in pixels. */
    static int legendHeight(PlotPicture picture, int textHeight) {
        return picture.lines().size() * (textHeight + 2) + 2 * GAP;
    }

    /** Draws the names of the lines below each other, below the picture. */
    void paintLegend() {
        double y = picture.height() + GAP;
        to.fill(0, picture.height(), picture.width(), legendHeight(picture, textHeight), colors.ground());
        for (PlotPicture.Line line : picture.lines()) {
            double middle = y + textHeight / 2.0;
            double x = picture.area().x();
            to.fill(x, middle - 1.5, LEGEND_SWATCH, 3, colors.line(line.color()));
            to.text(
                    VisibleText.of(line.title()),
                    x + LEGEND_SWATCH + GAP,
                    y + textHeight * 0.8,
                    colors.text(),
                    Anchor.START);
            y += textHeight + 2;
        }
    }
}
