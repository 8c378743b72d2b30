package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * Paints the rounded background of a tag. It is drawn once for each width, colour and screen scale, then copied,
 * because a flood paints hundreds of tags a second. Confined to the EDT.
 */
public final class Pill {
    private static final int ARC = 8;

    private final Map<Integer, BufferedImage> byWidth = new HashMap<>();
    private Color color;
    private double scale;

    public void paint(Graphics2D g, int x, int y, int width, int height) {
        Color now = Token.TAG.color();
        double wanted = g.getTransform().getScaleX();
        if (wanted != scale || !now.equals(color)) {
            byWidth.clear();
            scale = wanted;
            color = now;
        }
        BufferedImage pixels = byWidth.computeIfAbsent(width, w -> draw(g, w, height));
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(1 / scale, 1 / scale);
        g.drawImage(pixels, place, null);
    }

    private BufferedImage draw(Graphics2D like, int width, int height) {
        BufferedImage image = like.getDeviceConfiguration()
                .createCompatibleImage(
                        (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), Transparency.TRANSLUCENT);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(color);
        g.fillRoundRect(0, 0, width, height, UIScale.scale(ARC), UIScale.scale(ARC));
        g.dispose();
        return image;
    }
}
