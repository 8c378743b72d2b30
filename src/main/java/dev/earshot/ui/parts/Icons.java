package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.Icon;

/** Makes icons of our drawings, in the colour that a token has when they are painted. */
public final class Icons {
    private Icons() {}

    /**
     * Makes an icon that follows the theme.
     *
     * @param size of the square, in pixels before scaling
     */
    public static Icon of(String name, int size, Token token) {
        return new Stamped(name, size, token);
    }

    /** Makes an image of exactly this size in pixels, for the title bar and the task bar. */
    public static Image image(String name, int size, Token token) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        paint(name, image, size, token.color());
        return image;
    }

    private static void paint(String name, BufferedImage image, double side, Color color) {
        Graphics2D g = image.createGraphics();
        g.setColor(color);
        SvgDrawing.of(name).paint(g, side);
        g.dispose();
    }

    /**
     * Draws the paths of a drawing once for each colour and screen scale, then copies the pixels. A log that scrolls
     * paints forty icons thirty times a second. Confined to the EDT.
     */
    private static final class Stamped implements Icon {
        private final String name;
        private final int size;
        private final Token token;
        private BufferedImage pixels;
        private Color color;
        private double scale;

        Stamped(String name, int size, Token token) {
            this.name = name;
            this.size = size;
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
                pixels = stamp(g2);
            }
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(1 / scale, 1 / scale);
            g2.drawImage(pixels, place, null);
        }

        private BufferedImage stamp(Graphics2D like) {
            double side = getIconWidth() * scale;
            int pixels = (int) Math.ceil(side);
            BufferedImage image =
                    like.getDeviceConfiguration().createCompatibleImage(pixels, pixels, Transparency.TRANSLUCENT);
            paint(name, image, side, color);
            return image;
        }

        @Override
        public int getIconWidth() {
            return UIScale.scale(size);
        }

        @Override
        public int getIconHeight() {
            return getIconWidth();
        }
    }
}
