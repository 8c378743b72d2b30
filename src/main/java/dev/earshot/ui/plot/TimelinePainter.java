package dev.earshot.ui.plot;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.session.analysis.ClientLane;
import dev.earshot.session.analysis.ClientLane.MarkKind;
import dev.earshot.session.analysis.LaneActivity;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.TimeFormat;
import dev.earshot.ui.parts.Token;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.swing.Icon;

/** Draws lanes of the timeline, and what is said about the place at the pointer. Confined to the EDT. */
final class TimelinePainter {
    private static final int ICON = 12;
    private static final int GAP = 6;

    /** The rate whose bar is as high as the lane, in bytes a second, as a power of ten. */
    private static final double HIGHEST = 7;

    private static final Map<MarkKind, Icon> ICONS = Map.of(
            MarkKind.STALLED, Icons.of("stalled", ICON, Token.WARN),
            MarkKind.RESET, Icons.of("reset", ICON, Token.ERROR),
            MarkKind.ERROR, Icons.of("reset", ICON, Token.ERROR),
            MarkKind.WARNING, Icons.of("note", ICON, Token.WARN),
            MarkKind.OPENED, Icons.of("dot", ICON, Token.OK),
            MarkKind.CLOSED, Icons.of("ring", ICON, Token.MUTED));

    private final TimelineCanvas canvas;
    private final Words words;
    private final Function<Peer, String> label;
    private Point pointer; // null: it is elsewhere
    private Hover hover; // null: nothing at the pointer
    private Rectangle box; // null: none is being drawn

    /**
     * A place of a lane at the pointer.
     *
     * @param row the number of the row that a click goes to
     * @param what is said about it, besides the client
     */
    record Hover(ClientLane lane, long row, List<String> what, int x, int y) {}

    TimelinePainter(TimelineCanvas canvas, Words words, Function<Peer, String> label) {
        this.canvas = canvas;
        this.words = words;
        this.label = label;
    }

    /** Looks at no place any more, for the pointer is elsewhere. */
    void lookAway() {
        pointer = null;
        hover = null;
    }

    /** Looks at the same place again, if the pointer is over it, for there may be something else. */
    void lookAgain() {
        if (pointer != null) {
            lookAt(pointer.x, pointer.y);
        }
    }

    Hover hover() {
        return hover;
    }

    void setBox(Rectangle drawn) {
        box = drawn;
    }

    /** Draws a lane whose top is at {@code y}. */
    void paint(Graphics2D g, ClientLane lane, int y) {
        int height = canvas.laneHeight();
        int start = canvas.barStart();
        g.setFont(lane.peer() == null ? Theme.sans(12) : Theme.mono(12));
        g.setColor((lane.hasLeft() ? Token.MUTED : Token.TEXT).color());
        String name = VisibleText.of(label.apply(lane.peer()));
        FontMetrics metrics = g.getFontMetrics();
        int room = start - UIScale.scale(2 * GAP + GAP);
        g.drawString(
                DrawnText.fit(name, metrics, room), UIScale.scale(2 * GAP), y + DrawnText.baseline(metrics, height));
        g.setColor(Token.LINE.color());
        g.fillRect(start, y + height - 1, canvas.barWidth(), 1);
        Graphics2D bar = (Graphics2D) g.create();
        bar.clipRect(start, y, canvas.barWidth() + 1, height);
        if (lane.peer() != null) {
            paintPresence(bar, lane, y);
            paintActivity(bar, lane, y);
        }
        bar.dispose();
        paintMarks(g, lane, y);
    }

    private void paintPresence(Graphics2D g, ClientLane lane, int y) {
        int from = (int) Math.max(canvas.barStart(), canvas.x(lane.joined()));
        int to = (int) Math.min(canvas.barStart() + (double) canvas.barWidth(), canvas.x(end(lane)));
        if (to < canvas.barStart() || from > canvas.barStart() + canvas.barWidth()) {
            return;
        }
        int margin = UIScale.scale(3);
        g.setColor(Token.TAG.color());
        g.fillRect(from, y + margin, Math.max(2, to - from), canvas.laneHeight() - 2 * margin - 1);
        long stalled = -1;
        for (ClientLane.Mark mark : lane.marks()) {
            if (mark.kind() == MarkKind.STALLED) {
                stalled = mark.time();
            } else if (stalled >= 0 && (mark.kind() == MarkKind.RESUMED || mark.kind() == MarkKind.RESET)) {
                paintStall(g, stalled, mark.time(), y);
                stalled = -1;
            }
        }
        if (stalled >= 0) {
            paintStall(g, stalled, end(lane), y);
        }
    }

    private void paintStall(Graphics2D g, long from, long to, int y) {
        int x = (int) canvas.x(from);
        g.setColor(Token.WARN.color());
        int height = UIScale.scale(3);
        g.fillRect(x, y + canvas.laneHeight() - 1 - 2 * height, Math.max(2, (int) canvas.x(to) - x), height);
    }

    private long end(ClientLane lane) {
        return lane.hasLeft()
                ? lane.left()
                : Math.max(lane.latest(), canvas.time().to());
    }

    /** Draws the bytes of each step, the higher the more in a second; each line is ten times the one below. */
    private void paintActivity(Graphics2D g, ClientLane lane, int y) {
        LaneActivity.Steps steps = lane.activity().steps();
        int margin = UIScale.scale(3);
        int bottom = y + canvas.laneHeight() - 1 - margin;
        int room = canvas.laneHeight() - 1 - 2 * margin;
        double seconds = steps.step() / 1e9;
        g.setColor(Token.RECEIVED.color());
        for (int i = 0; i < steps.bytes().length; i++) {
            if (steps.bytes()[i] > 0) {
                int from = (int) canvas.x(steps.start() + i * steps.step());
                int to = (int) canvas.x(steps.start() + (i + 1) * steps.step());
                double part = Math.log10(1 + steps.bytes()[i] / seconds) / HIGHEST;
                int height = Math.max(2, (int) (room * Math.min(1, part)));
                g.fillRect(from, bottom - height, Math.max(1, to - from), height);
            }
        }
    }

    private void paintMarks(Graphics2D g, ClientLane lane, int y) {
        int half = UIScale.scale(ICON) / 2;
        for (ClientLane.Mark mark : lane.marks()) {
            Icon icon = ICONS.get(mark.kind());
            int x = (int) canvas.x(mark.time());
            if (icon != null && x >= canvas.barStart() && x <= canvas.barStart() + canvas.barWidth()) {
                icon.paintIcon(canvas, g, x - half, y + canvas.laneHeight() / 2 - half);
            }
        }
    }

    /** Finds what is at the pointer. */
    void lookAt(int x, int y) {
        pointer = new Point(x, y);
        hover = null;
        ClientLane lane = canvas.laneAt(y);
        if (lane == null || !canvas.time().isKnown()) {
            return;
        }
        List<String> what = new ArrayList<>();
        long row = lane.joinedRow();
        ClientLane.Mark mark = x < canvas.barStart() ? null : nearest(lane, x);
        if (mark != null) {
            row = mark.row();
            what.add(TimeFormat.dateAndTime(mark.time()));
            what.add(EventWords.of(mark.event(), words));
        } else if (lane.peer() == null) {
            return;
        } else {
            what.add(words.of(
                    lane.hasLeft() ? "ui.timeline.from.to" : "ui.timeline.since",
                    TimeFormat.dateAndTime(lane.joined()),
                    TimeFormat.dateAndTime(end(lane))));
            what.add(words.of("ui.timeline.bytes", FigureText.bytes(lane.received()), FigureText.bytes(lane.sent())));
            LaneActivity.Steps steps = lane.activity().steps();
            long at = Math.floorDiv(canvas.timeAt(x) - steps.start(), steps.step());
            if (x >= canvas.barStart() && at >= 0 && at < steps.bytes().length && steps.bytes()[(int) at] > 0) {
                row = steps.rows()[(int) at];
                String seconds = ValueScale.text(steps.step() / 1e9);
                what.add(words.of("ui.timeline.step", FigureText.bytes(steps.bytes()[(int) at]), seconds));
            }
        }
        what.add(words.of("ui.plot.row", row + 1));
        hover = new Hover(lane, row, what, x, y);
    }

    private ClientLane.Mark nearest(ClientLane lane, int x) {
        ClientLane.Mark found = null;
        double best = UIScale.scale(ICON);
        for (ClientLane.Mark mark : lane.marks()) {
            double distance = Math.abs(canvas.x(mark.time()) - x);
            if (distance < best) {
                best = distance;
                found = mark;
            }
        }
        return found;
    }

    /** Draws what lies over the lanes. */
    void paintOver(Graphics2D g, Rectangle visible) {
        if (box != null) {
            Color line = Token.SENT.color();
            g.setColor(new Color(line.getRed(), line.getGreen(), line.getBlue(), 40));
            g.fillRect(box.x, visible.y, box.width, visible.height);
        }
        if (hover == null) {
            return;
        }
        g.setFont(Theme.sans(11));
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = new ArrayList<>();
        lines.add(VisibleText.of(label.apply(hover.lane.peer())));
        lines.addAll(hover.what);
        int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * GAP;
        int height = lines.size() * metrics.getHeight() + GAP;
        int x = Math.max(0, Math.min(hover.x + 2 * GAP, visible.width - width - 1));
        int y = hover.y + 3 * GAP;
        if (y + height > visible.y + visible.height) {
            y = Math.max(visible.y, hover.y - GAP - height);
        }
        g.setColor(Token.TABLE.color());
        g.fillRect(x, y, width, height);
        g.setColor(Token.CONTROL.color());
        g.drawRect(x, y, width, height);
        int line = y + GAP / 2 + metrics.getAscent();
        for (int i = 0; i < lines.size(); i++) {
            g.setColor((i == 0 ? Token.TEXT : Token.MUTED).color());
            g.drawString(lines.get(i), x + GAP, line);
            line += metrics.getHeight();
        }
    }
}
