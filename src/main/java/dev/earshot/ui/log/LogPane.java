package dev.earshot.ui.log;

import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Token;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/** Shows the log, or the empty state while nothing has happened. */
final class LogPane extends JPanel {
    private final CardLayout cards = new CardLayout();

    LogPane(LogTable table, LogView view, JComponent growing, EmptyState empty) {
        setLayout(cards);
        add(empty, "empty");
        add(new Snapped(table, view, growing), "log");
    }

    void showLog(boolean wanted) {
        cards.show(this, wanted ? "log" : "empty");
    }

    /**
     * Gives the table a height of whole rows, with the growing line below. Fills the rest in the colour of the table.
     */
    private static final class Snapped extends JPanel {
        private final LogTable table;
        private final JScrollPane scroll;
        private final JScrollBar bar;
        private final JComponent growing;

        Snapped(LogTable table, LogView view, JComponent growing) {
            super(null);
            this.table = table;
            this.growing = growing;
            scroll = Controls.scroll(table);
            // A long message is cut and the detail pane has all of it: never a bar at the bottom.
            scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            // Its own bar knows only the table's window; the wheel needs it to be there.
            scroll.setVerticalScrollBarPolicy(ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS);
            scroll.getVerticalScrollBar().setPreferredSize(new Dimension(0, 0));
            bar = view.bar();
            bar.addMouseWheelListener(e -> scroll.dispatchEvent(SwingUtilities.convertMouseEvent(bar, e, scroll)));
            view.watch(scroll.getViewport());
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
            bar.setBounds(getWidth() - width, header, width, Math.max(0, height - header));
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Token.TABLE.color());
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
