package dev.earshot.ui;

import java.awt.CardLayout;
import java.awt.Graphics;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/** Holds the log, or, as long as nothing has happened, the empty state in its place. */
final class LogPane extends JPanel {
    private final CardLayout cards = new CardLayout();

    LogPane(LogTable table, EmptyState empty) {
        setLayout(cards);
        add(empty, "empty");
        add(new Snapped(table), "log");
    }

    void showLog(boolean wanted) {
        cards.show(this, wanted ? "log" : "empty");
    }

    /** Gives the table a height of whole rows; what is left over below looks like more of it. */
    private static final class Snapped extends JPanel {
        private final LogTable table;
        private final JScrollPane scroll;

        Snapped(LogTable table) {
            super(null);
            this.table = table;
            scroll = Controls.scroll(table);
            // A long message is cut and the detail pane has all of it: never a bar at the bottom.
            scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            table.watch(scroll.getViewport());
            add(scroll);
        }

        @Override
        public void doLayout() {
            scroll.setBounds(0, 0, getWidth(), table.wholeRows(getHeight()));
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Token.TABLE.color());
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
