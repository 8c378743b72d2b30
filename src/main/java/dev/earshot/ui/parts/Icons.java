package dev.earshot.ui.parts;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.Icon;

/** Makes icons of the drawings, in the colour that a token has when they are painted. */
public final class Icons {
    private Icons() {}

    /**
     * Makes an icon that follows the theme.
     *
     * @param size of the square, in pixels before scaling
     */
    public static Icon of(String name, int size, Token token) {
        return new Stamped(svg(name, size, token), token);
    }

    /** Makes an icon of exactly this size for the title bar. */
    public static FlatSVGIcon svg(String name, int size, Token token) {
        FlatSVGIcon icon = new FlatSVGIcon("dev/earshot/ui/" + name + ".svg", size, size);
        icon.setColorFilter(new FlatSVGIcon.ColorFilter(black -> token.color()));
        return icon;
    }

    /**
     * Draws the paths of a drawing once for each colour and screen scale, then copies the pixels. A log that scrolls
     * paints forty icons thirty times a second. Confined to the EDT.
     */
    private static final class Stamped implements Icon {
        private final FlatSVGIcon drawing;
        private final Token token;
        private BufferedImage pixels;
        private Color color;
        private double scale;

        Stamped(FlatSVGIcon drawing, Token token) {
            this.drawing = drawing;
            this.token = token;
        }

        @Override
        public void paintIcon(Component c, Graphics g, int x, int y) {
            Graphics2D g2 = (Graphics2D) g;
            double wanted = g2.getTransform().getScaleX();
            Color now = token.color();
            if (pixels == null || wanted != scale || !now.equals(color)) {
                scale = wanted;
                color = now;
                pixels = stamp(c, g2);
            }
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(1 / scale, 1 / scale);
            g2.drawImage(pixels, place, null);
        }

        private BufferedImage stamp(Component c, Graphics2D like) {
            int width = (int) Math.ceil(getIconWidth() * scale);
            int height = (int) Math.ceil(getIconHeight() * scale);
            BufferedImage image =
                    like.getDeviceConfiguration().createCompatibleImage(width, height, Transparency.TRANSLUCENT);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            drawing.paintIcon(c, g, 0, 0);
            g.dispose();
            return image;
        }

        @Override
        public int getIconWidth() {
            return drawing.getIconWidth();
        }

        @Override
        public int getIconHeight() {
            return drawing.getIconHeight();
        }
    }
}
