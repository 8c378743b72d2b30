package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.parts.SplitPane;
import dev.earshot.ui.parts.Token;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JComponent;
import javax.swing.JSplitPane;

/**
 * Places the detail below the log, and shows it while a row is selected, if it is wanted and there is room. The detail
 * has the height to which a person dragged it. If nobody did, it leaves the log most of the room. Only dragging changes
 * the height that is kept.
 */
final class DetailSplit {
    private static final int LEAST_LOG = 90;
    private static final int LEAST_DETAIL = 70;
    private static final int DIVIDER = 5;

    private final Settings settings;
    private final LogTable table;
    private final JComponent log;
    private final JComponent detail;
    private final Runnable resized;
    private final SplitPane split;
    private boolean wanted;
    private boolean hasRoom = true;
    private boolean isSelected;

    /** @param resized is run after the log has got another height */
    DetailSplit(Settings settings, LogTable table, JComponent log, JComponent detail, Runnable resized) {
        this.settings = settings;
        this.table = table;
        this.log = log;
        this.detail = detail;
        this.resized = resized;
        wanted = settings.get(WindowKeys.DETAIL);
        split = new SplitPane(JSplitPane.VERTICAL_SPLIT, log, detail, DetailSplit::paintAboveDetail);
        split.setResizeWeight(1);
        split.whenDragged(() -> settings.put(WindowKeys.DETAIL_HEIGHT, detail.getHeight()));
        log.setMinimumSize(new Dimension(100, UIScale.scale(LEAST_LOG)));
        detail.setMinimumSize(new Dimension(100, UIScale.scale(LEAST_DETAIL)));
        detail.setVisible(false);
        split.setDividerSize(0);
        split.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                place();
            }
        });
    }

    JComponent component() {
        return split;
    }

    /** Sets whether the person wants to see the detail, also at the next start. */
    void setWanted(boolean wanted) {
        this.wanted = wanted;
        settings.put(WindowKeys.DETAIL, wanted);
        showOrHide();
    }

    /** Sets whether the window is high enough for the detail. */
    void setRoom(boolean hasRoom) {
        this.hasRoom = hasRoom;
        showOrHide();
    }

    /** Returns whether the window is high enough for the detail. */
    boolean hasRoom() {
        return hasRoom;
    }

    /** Sets whether a row is selected. */
    void setSelected(boolean isSelected) {
        this.isSelected = isSelected;
        showOrHide();
    }

    private void showOrHide() {
        boolean shown = wanted && hasRoom && isSelected;
        if (shown != detail.isVisible()) {
            detail.setVisible(shown);
            split.setDividerSize(shown ? UIScale.scale(DIVIDER) : 0);
            split.validate();
            place();
        }
    }

    /** Places the divider so that the last row ends where the detail begins. */
    private void place() {
        if (!detail.isVisible() || split.getHeight() == 0) {
            return;
        }
        int room = split.getHeight() - split.getDividerSize();
        int kept = settings.get(WindowKeys.DETAIL_HEIGHT);
        boolean dragged = kept != WindowKeys.DETAIL_HEIGHT.fallback();
        int most = dragged ? room - UIScale.scale(LEAST_LOG) : room / 3;
        int height = Math.max(UIScale.scale(LEAST_DETAIL), Math.min(kept, most));
        int ring = log.getInsets().top + log.getInsets().bottom;
        split.setDividerLocation(table.wholeRows(Math.max(0, room - height - ring)) + ring);
        split.validate();
        resized.run();
    }

    private static void paintAboveDetail(Graphics g) {
        Rectangle all = g.getClipBounds();
        g.setColor(Token.WINDOW.color());
        g.fillRect(all.x, all.y, all.width, all.height);
        g.setColor(Token.LINE.color());
        g.fillRect(all.x, 0, all.width, 1);
    }
}
