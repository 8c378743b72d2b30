package dev.earshot.ui.plot;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Peer;
import dev.earshot.session.analysis.ClientLane;
import dev.earshot.session.analysis.ClientTimeline;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Shows the lanes of clients in the timeline; only those in view are drawn. Confined to the EDT. */
final class TimelineCanvas extends JPanel implements Scrollable {
    static final int LANE_HEIGHT = 24;
    private static final int LABEL_WIDTH = 190;
    private static final int MARGIN = 12;
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.15;

    private final transient Words words;
    private final transient Runnable viewChanged;
    private final transient TimeWindow time = new TimeWindow();
    private final transient TimelinePainter painter;
    private transient ClientTimeline timeline; // null: not read yet
    private int[] shown = {}; // the numbers of the lanes
    private boolean onlyInView;
    private long shownVersion = -1;

    /**
     * @param label names a client; of null the endpoint
     * @param viewChanged is run when another span of time is shown
     * @param rowChosen goes to the row of this number
     */
    TimelineCanvas(Words words, Function<Peer, String> label, Runnable viewChanged, LongConsumer rowChosen) {
        this.words = words;
        this.viewChanged = viewChanged;
        painter = new TimelinePainter(this, words, label);
        setName("timelineCanvas");
        setFocusable(true);
        getAccessibleContext().setAccessibleName(words.of("ui.timeline.tab"));
        PlotShortcuts.IN_TIMELINE.bind(this, WHEN_FOCUSED, this);
        new TimelineMouse(this, rowChosen).install();
    }

    /** Shows this timeline from now on. */
    void show(ClientTimeline read) {
        timeline = read;
    }

    /**
     * Shows what has changed.
     *
     * @param running whether time goes on at the right edge, for the endpoint is open
     */
    void refresh(boolean running) {
        if (timeline.size() == 0) {
            return;
        }
        boolean changed = timeline.version() != shownVersion;
        shownVersion = timeline.version();
        long now = running && time.isFollowing() ? System.currentTimeMillis() * 1_000_000 : Long.MIN_VALUE;
        if (changed || now > timeline.latest()) {
            time.bounds(timeline.lane(0).joined(), Math.max(now, timeline.latest()));
            choose();
            painter.lookAgain();
            repaint();
        }
    }

    /** Finds the lanes that are shown. */
    private void choose() {
        int size = timeline == null ? 0 : timeline.size();
        int[] chosen = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            ClientLane lane = timeline.lane(i);
            if (!onlyInView || i == 0 || lane.joined() <= time.to() && lane.left() >= time.from()) {
                chosen[count++] = i;
            }
        }
        boolean other = count != shown.length;
        shown = Arrays.copyOf(chosen, count);
        if (other) {
            revalidate();
        }
    }

    void onlyInView(boolean wanted) {
        onlyInView = wanted;
        choose();
        repaint();
    }

    TimeWindow time() {
        return time;
    }

    TimelinePainter painter() {
        return painter;
    }

    /** Returns the lane at a y; null if there is none. */
    ClientLane laneAt(int y) {
        int at = y / laneHeight();
        return at >= 0 && at < shown.length && shown[at] < timeline.size() ? timeline.lane(shown[at]) : null;
    }

    int laneHeight() {
        return UIScale.scale(LANE_HEIGHT);
    }

    int barStart() {
        return Math.min(UIScale.scale(LABEL_WIDTH), getWidth() / 3);
    }

    int barWidth() {
        return Math.max(1, getWidth() - barStart() - UIScale.scale(MARGIN));
    }

    /** Returns the x of a time. */
    double x(long nanos) {
        return barStart() + (double) (nanos - time.from()) * barWidth() / (time.to() - time.from());
    }

    /** Returns the time at an x. */
    long timeAt(int x) {
        return time.timeAt((double) (x - barStart()) / barWidth());
    }

    void zoom(double steps, int x) {
        double at = (double) (x - barStart()) / barWidth();
        time.zoom(Math.pow(ZOOM_STEP, -steps), Math.max(0, Math.min(1, at)));
        moved();
    }

    void pan(double pixels) {
        time.pan(-pixels / barWidth());
        moved();
    }

    void showSpan(long from, long to) {
        time.show(from, to);
        moved();
    }

    void showWhole() {
        time.showWhole();
        moved();
    }

    void follow(boolean wanted) {
        time.follow(wanted);
        moved();
    }

    /** Zooms or moves by the keyboard. */
    void step(int zoom, int pan) {
        if (zoom != 0) {
            zoom(zoom, time.isFollowing() ? getWidth() : barStart() + barWidth() / 2);
        } else {
            pan(-pan * PAN_STEP * barWidth());
        }
    }

    private void moved() {
        choose();
        painter.lookAgain();
        viewChanged.run();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        DrawnText.setAntialiasing(g, this);
        Rectangle clip = g.getClipBounds();
        g.setColor(Token.TABLE.color());
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        if (time.isKnown() && timeline != null) {
            int height = laneHeight();
            int first = Math.max(0, clip.y / height);
            int end = Math.min(shown.length, (clip.y + clip.height) / height + 1);
            for (int i = first; i < end; i++) {
                if (shown[i] < timeline.size()) {
                    painter.paint(g, timeline.lane(shown[i]), i * height);
                }
            }
            painter.paintOver(g, getVisibleRect());
        } else {
            String hint = words.of("ui.timeline.empty");
            g.setFont(Theme.sans(13));
            g.setColor(Token.MUTED.color());
            g.drawString(hint, Math.max(8, (getWidth() - g.getFontMetrics().stringWidth(hint)) / 2), getHeight() / 2);
        }
        g.dispose();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(400), shown.length * laneHeight());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return laneHeight();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(laneHeight(), visible.height - laneHeight());
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }
}
