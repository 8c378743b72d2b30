package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Token;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/** Shows the log, or the empty state while nothing has happened. */
final class LogPane extends JPanel {
    private final CardLayout cards = new CardLayout();

    /**
     * Places the parts of the log.
     *
     * @param bottom is shown over the end of the last row
     * @param instead is shown in the place of the rows while there are none
     */
    LogPane(LogTable table, JComponent growing, EmptyState empty, JComponent bottom, JComponent instead) {
        setLayout(cards);
        FocusRing.set(this, table);
        add(empty, "empty");
        add(new Snapped(table, growing, bottom, instead), "log");
    }

    void showLog(boolean wanted) {
        cards.show(this, wanted ? "log" : "empty");
    }

    /**
     * A viewport whose repaints stay within it. Without it, a row that is partly above the viewport would have the
     * header painted, too.
     */
    private static final class ClippedViewport extends JViewport {
        ClippedViewport(LogTable table) {
            setView(table);
        }

        @Override
        public void repaint(long tm, int x, int y, int width, int height) {
            Rectangle dirty = new Rectangle(x, y, width, height).intersection(new Rectangle(getSize()));
            if (!dirty.isEmpty()) {
                super.repaint(tm, dirty.x, dirty.y, dirty.width, dirty.height);
            }
        }
    }

    /**
     * Gives the table a height of whole rows, with the growing line below. Fills the rest in the colour of the table.
     */
    private static final class Snapped extends JPanel {
        private final LogTable table;
        private final JScrollPane scroll;
        private final JScrollBar bar;
        private final JComponent growing;
        private final JComponent bottom;
        private final JComponent instead;

        Snapped(LogTable table, JComponent growing, JComponent bottom, JComponent instead) {
            super(null);
            this.table = table;
            this.growing = growing;
            this.bottom = bottom;
            this.instead = instead;
            LogView view = table.view();
            scroll = Controls.scroll(table);
            scroll.setViewport(new ClippedViewport(table));
            // A long message is cut and the detail pane has all of it: never a bar at the bottom.
            scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            // Its own bar knows only the table's window; the wheel needs it to be there.
            scroll.setVerticalScrollBarPolicy(ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS);
            scroll.getVerticalScrollBar().setPreferredSize(new Dimension(0, 0));
            bar = view.bar();
            bar.addMouseWheelListener(e -> scroll.dispatchEvent(SwingUtilities.convertMouseEvent(bar, e, scroll)));
            view.watch(scroll.getViewport());
            add(bottom); // the first is above the others
            add(instead);
            add(bar);
            add(scroll);
            add(growing);
        }

        @Override
        public void doLayout() {
            int row = table.getRowHeight();
            int height = table.wholeRows(growing.isVisible() ? getHeight() - row : getHeight());
            int width = bar.isVisible() ? bar.getPreferredSize().width : 0;
            int header = table.getTableHeader().getPreferredSize().height;
            if (growing.isVisible()) { // right below the last row
                height = (int) Math.min(height, header + (long) table.getRowCount() * row);
                growing.setBounds(0, height, getWidth() - width, row);
            }
            scroll.setBounds(0, 0, getWidth() - width, height);
            instead.setBounds(0, header, getWidth(), Math.max(0, getHeight() - header));
            // Where the last row ends: what a message begins with says more, and no other row is covered.
            Dimension size = bottom.getPreferredSize();
            int right = getWidth() - width - UIScale.scale(8);
            bottom.setBounds(right - size.width, height - row, size.width, row);
            bar.setBounds(getWidth() - width, header, width, Math.max(0, height - header));
        }

        /** Returns false, because the components overlap. */
        @Override
        public boolean isOptimizedDrawingEnabled() {
            return false;
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Token.TABLE.color());
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
