package dev.earshot.ui.plot;

import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javax.swing.JPanel;

/**
 * Shows the lines of a {@link PlotModel}. The thread {@code plot picture} makes the pictures, at most one at a time.
 * Confined to the EDT.
 */
final class PlotCanvas extends JPanel {
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.15;
    private static final int FONT = 11;

    private final transient PlotModel model;
    private final transient Words words;
    private final transient Function<Peer, String> label;
    private final transient Runnable viewChanged;
    private final transient ExecutorService worker = Background.worker("plot picture");
    private final transient TimeWindow time = new TimeWindow();
    private final transient Map<Integer, ValueScale> fixed = new HashMap<>();
    private final transient PlotOverlay overlay;
    private transient PlotPicture picture; // null: none yet
    private transient List<PlottedLine> lines = List.of();
    private transient List<PlottedLine> drawn = List.of(); // those of the picture
    private boolean preparing;
    private boolean again;
    private long shownVersion = -1;
    private Dimension shownSize = new Dimension();

    /**
     * @param label names a client
     * @param viewChanged is run when another span of time is shown
     */
    PlotCanvas(PlotModel model, Words words, Function<Peer, String> label, Runnable viewChanged) {
        this.model = model;
        this.words = words;
        this.label = label;
        this.viewChanged = viewChanged;
        overlay = new PlotOverlay(model, words, label);
        setName("plotCanvas");
        setFocusable(true);
        setOpaque(true);
        getAccessibleContext().setAccessibleName(words.of("ui.plot.canvas"));
        FocusRing.set(this, this);
        PlotShortcuts.IN_PLOT.bind(this, WHEN_FOCUSED, this);
    }

    /** Shows what has changed; called some times a second while the window is seen. */
    void refresh() {
        long version = model.version();
        if (version != shownVersion || !getSize().equals(shownSize)) {
            shownVersion = version;
            shownSize = getSize();
            prepare();
        }
    }

    /** Requests another picture. */
    void prepare() {
        lines = model.lines(label);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (PlottedLine line : lines) {
            least = Math.min(least, line.points().leastTime());
            most = Math.max(most, line.points().mostTime());
        }
        time.bounds(least, most);
        if (!time.isKnown() || least > most || getWidth() == 0) {
            picture = null;
            overlay.forgetHover();
            repaint();
            return;
        }
        if (preparing) {
            again = true;
            return;
        }
        preparing = true;
        again = false;
        List<PlottedLine> mine = lines;
        PicturePreparation preparation = new PicturePreparation(wish(getWidth(), getHeight()));
        worker.execute(() -> {
            PlotPicture made = preparation.prepare();
            EventQueue.invokeLater(() -> {
                preparing = false;
                picture = made;
                drawn = mine;
                overlay.lookAgain(picture, drawn);
                repaint();
                if (again) {
                    prepare();
                }
            });
        });
    }

    /** Returns what is shown now, for a picture of this size. */
    PicturePreparation.Wish wish(int width, int height) {
        return new PicturePreparation.Wish(width, height, time.from(), time.to(), lines, Map.copyOf(fixed), textFont());
    }

    static Font textFont() {
        return Theme.sans(FONT);
    }

    /** Returns the picture that is shown; null if there is none. */
    PlotPicture picture() {
        return picture;
    }

    /** Returns the lines of the picture that is shown. */
    List<PlottedLine> lines() {
        return picture == null ? List.of() : drawn;
    }

    /** Returns the numbers of the colours of the lines that are drawn in front of the others. */
    Set<Integer> front() {
        return model.front();
    }

    PlotOverlay overlay() {
        return overlay;
    }

    TimeWindow time() {
        return time;
    }

    /** Zooms by some steps, out if it is negative; the place at {@code x} stays where it is. */
    void zoom(double steps, int x) {
        if (picture != null) {
            double at = (double) (x - picture.area().x()) / picture.area().width();
            time.zoom(Math.pow(ZOOM_STEP, -steps), Math.max(0, Math.min(1, at)));
            moved();
        }
    }

    /** Zooms the values of all axes by some steps, out if it is negative; the place at {@code y} stays where it is. */
    void zoomValues(double steps, int y) {
        if (picture == null) {
            return;
        }
        double at = 1 - (double) (y - picture.area().y()) / picture.area().height();
        double size = Math.pow(ZOOM_STEP, -steps);
        for (PlotPicture.Axis axis : picture.axes()) {
            fixed.put(axis.id(), axis.scale().part(at - at * size, at + (1 - at) * size));
        }
        moved();
    }

    /** Moves by some pixels. */
    void pan(double right, double up) {
        if (picture == null) {
            return;
        }
        time.pan(-right / picture.area().width());
        double part = up / picture.area().height();
        fixed.replaceAll((axis, scale) -> scale.part(-part, 1 - part));
        moved();
    }

    /** Shows what a rectangle has, as large as possible. */
    void zoomTo(Rectangle box) {
        PlotPicture.Area area = picture == null ? null : picture.area();
        if (area == null || box.width < 4 || box.height < 4) {
            return;
        }
        double low = 1 - (double) (box.y + box.height - area.y()) / area.height();
        double high = 1 - (double) (box.y - area.y()) / area.height();
        for (PlotPicture.Axis axis : picture.axes()) {
            fixed.put(axis.id(), axis.scale().part(low, high));
        }
        time.show(picture.time(box.x), picture.time(box.x + (double) box.width));
        moved();
    }

    /** Shows everything. */
    void showWhole() {
        fixed.clear();
        time.showWhole();
        moved();
    }

    void follow(boolean wanted) {
        time.follow(wanted);
        moved();
    }

    /** Zooms by the keyboard. */
    void step(int zoom, int pan) {
        if (picture != null) {
            PlotPicture.Area area = picture.area();
            if (zoom != 0) {
                zoom(zoom, time.isFollowing() ? area.x() + area.width() : area.x() + area.width() / 2);
            } else {
                pan(-pan * PAN_STEP * area.width(), 0);
            }
        }
    }

    /** Moves the time of a row into view. */
    void reveal(long nanos) {
        time.reveal(nanos);
        moved();
    }

    private void moved() {
        overlay.forgetHover();
        viewChanged.run();
        prepare();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            DrawnText.setAntialiasing(g, this);
            PlotColors colors = PlotColors.present();
            g.setColor(colors.ground());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (picture == null) {
                paintHint(g);
                return;
            }
            GraphicsSurface surface = new GraphicsSurface(g, textFont());
            int textHeight = g.getFontMetrics(textFont()).getHeight();
            new PicturePainter(picture, colors, surface, textHeight, model.front()).paint();
            overlay.paint(g, picture, colors, surface);
        } finally {
            g.dispose();
        }
    }

    private void paintHint(Graphics2D g) {
        String hint = words.of(model.all().isEmpty() ? "ui.plot.empty" : "ui.plot.nothing");
        g.setFont(Theme.sans(13));
        g.setColor(Token.MUTED.color());
        int width = g.getFontMetrics().stringWidth(hint);
        g.drawString(hint, Math.max(8, (getWidth() - width) / 2), getHeight() / 2);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        shownVersion = -1;
    }

    /** Ends the thread. */
    void close() {
        worker.shutdown();
    }
}
