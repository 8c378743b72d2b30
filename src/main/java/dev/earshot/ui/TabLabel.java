package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.swing.BorderFactory;

/** The label of a tab: a lamp, the name, and a dot when there is news. */
final class TabLabel extends PlainLabel {
    private static final int MAX_WIDTH = 190;
    private static final int DOT = 6;

    private Lamp lamp;
    private boolean news;

    TabLabel() {
        setIconTextGap(4);
        setBorder(BorderFactory.createEmptyBorder(0, 0, 0, UIScale.scale(DOT + 4)));
    }

    /** Shows these values; unchanged ones cost nothing. */
    void show(String title, Lamp now, boolean newsNow) {
        if (!title.equals(getText())) {
            setText(title);
        }
        if (lamp != now) {
            lamp = now;
            setIcon(now.icon());
        }
        if (news != newsNow) {
            news = newsNow;
            repaint();
        }
    }

    boolean news() {
        return news;
    }

    Lamp lamp() {
        return lamp;
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(Math.min(size.width, UIScale.scale(MAX_WIDTH)), size.height);
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (news) {
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setColor(Token.SENT.color());
            int size = UIScale.scale(DOT);
            int room = getWidth() - UIScale.scale(1) - size;
            g2.fill(new Ellipse2D.Double(room, (getHeight() - size) / 2d, size, size));
            g2.dispose();
        }
    }
}
