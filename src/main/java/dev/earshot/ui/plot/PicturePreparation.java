package dev.earshot.ui.plot;

import dev.earshot.session.analysis.PointColumns;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes the coordinates of a plot from its lines. Used once, on any thread. */
final class PicturePreparation {
    private static final FontRenderContext PIXELS = new FontRenderContext(null, true, false);

    /** The number of points up to which lines are smoothed; more take too long. */
    private static final int MOST_SMOOTH = 1_500;

    private static final int SCALE_COLUMNS = 16;
    private static final int GAP = 6;
    private static final int LEAST_AREA = 120;

    private final Wish wish;
    private final Map<Integer, List<PlottedLine>> byAxis = new TreeMap<>();
    private final int textHeight;

    /**
     * The request for a picture.
     *
     * @param fixed the scales of axes that do not adapt to their values, by the numbers of the axes
     * @param font of the labels
     */
    record Wish(
            int width,
            int height,
            long from,
            long to,
            List<PlottedLine> lines,
            Map<Integer, ValueScale> fixed,
            Font font) {}

    PicturePreparation(Wish wish) {
        this.wish = wish;
        textHeight = (int) Math.ceil(wish.font.getLineMetrics("0", PIXELS).getHeight());
        for (PlottedLine line : wish.lines) {
            byAxis.computeIfAbsent(line.axis(), id -> new ArrayList<>()).add(line);
        }
    }

    /** Makes the picture. */
    PlotPicture prepare() {
        int top = textHeight + GAP; // for the numbers of marked rows
        int bottom = 2 * textHeight + 2 * GAP;
        int areaHeight = Math.max(1, wish.height - top - bottom);
        // The area needs the widths of the axes, and these the scales: few columns find the same extremes faster.
        Map<Integer, ValueScale> scales = new TreeMap<>();
        PointColumns rough = new PointColumns(wish.from, wish.to, SCALE_COLUMNS);
        byAxis.forEach((id, lines) -> scales.put(id, wish.fixed.getOrDefault(id, scale(lines, rough))));
        List<PlotPicture.Axis> axes = new ArrayList<>();
        PlotPicture.Area area = placeAxes(scales, top, areaHeight, axes);
        List<PlotPicture.Line> lines = new ArrayList<>();
        PointColumns columns = new PointColumns(wish.from, wish.to, area.width());
        int count = 0;
        for (PlottedLine line : wish.lines) {
            LineTracer tracer = new LineTracer(columns, area, wish.from, wish.to);
            PlotPicture.Line traced = tracer.trace(line, scales.get(line.axis()));
            count += traced.xs().length;
            lines.add(traced);
        }
        return new PlotPicture(
                wish.width, wish.height, area, wish.from, wish.to, axes, times(area), lines, count <= MOST_SMOOTH);
    }

    private static ValueScale scale(List<PlottedLine> lines, PointColumns columns) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (PlottedLine line : lines) {
            line.points().fill(columns);
            for (int i = 0; i < columns.count(); i++) {
                if (columns.has(i)) {
                    least = Math.min(least, columns.least(i));
                    most = Math.max(most, columns.most(i));
                }
            }
            if (!(least <= most)) { // nothing but a line that passes through
                for (double value : new double[] {columns.valueBefore(), columns.valueBehind()}) {
                    if (!Double.isNaN(value)) {
                        least = Math.min(least, value);
                        most = Math.max(most, value);
                    }
                }
            }
        }
        return ValueScale.around(least, most);
    }

    /**
     * Places the axes, alternately at the left and at the right, as far as there is room; returns the area that is
     * left.
     */
    private PlotPicture.Area placeAxes(
            Map<Integer, ValueScale> scales, int top, int height, List<PlotPicture.Axis> axes) {
        int left = GAP;
        int right = wish.width - GAP;
        boolean nextLeft = true;
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<Integer, ValueScale> one : scales.entrySet()) {
            boolean atLeft = one.getKey() == 0 || one.getKey() != 1 && nextLeft;
            nextLeft = !atLeft;
            List<PlotPicture.Mark> marks = marks(one.getValue(), height);
            int room =
                    marks.stream().mapToInt(mark -> width(mark.label())).max().orElse(0) + 2 * GAP;
            if (right - left - room < LEAST_AREA) {
                room = 0;
                marks = List.of();
            }
            placed.add(new Placed(one.getKey(), atLeft, room, marks));
            left += atLeft ? room : 0;
            right -= atLeft ? 0 : room;
        }
        left = Math.max(left, 2 * GAP);
        right = Math.min(right, wish.width - 3 * GAP);
        int leftAt = left;
        int rightAt = right;
        for (Placed one : placed) {
            List<PlottedLine> lines = byAxis.get(one.id);
            int color = lines.size() == 1 ? lines.get(0).color() : -1;
            int x = one.left ? leftAt : rightAt;
            axes.add(new PlotPicture.Axis(one.id, x, one.left, color, scales.get(one.id), one.marks));
            leftAt -= one.left ? one.room : 0;
            rightAt += one.left ? 0 : one.room;
        }
        return new PlotPicture.Area(left, top, Math.max(1, right - left), height);
    }

    private record Placed(int id, boolean left, int room, List<PlotPicture.Mark> marks) {}

    private List<PlotPicture.Mark> marks(ValueScale scale, int height) {
        int count = Math.max(2, height / (textHeight * 3));
        return scale.ticks(count).stream()
                .map(tick -> {
                    double y = scale.y(tick.value(), height);
                    return new PlotPicture.Mark(y, y, tick.label(), "");
                })
                .toList();
    }

    private List<PlotPicture.Mark> times(PlotPicture.Area area) {
        int least = width("00:00:00.000000") + 3 * GAP;
        List<PlotPicture.Mark> marks = new ArrayList<>();
        for (TimeTicks.Tick tick : TimeTicks.of(wish.from, wish.to, Math.max(1, area.width() / least))) {
            double x = (double) (tick.time() - wish.from) * area.width() / (wish.to - wish.from);
            double half = Math.max(width(tick.label()), width(tick.date())) / 2.0;
            double within = Math.max(half - area.x(), Math.min(wish.width - half - 1 - area.x(), x));
            marks.add(new PlotPicture.Mark(x, within, tick.label(), tick.date()));
        }
        return marks;
    }

    private int width(String text) {
        return (int) Math.ceil(wish.font.getStringBounds(text, PIXELS).getWidth());
    }
}
