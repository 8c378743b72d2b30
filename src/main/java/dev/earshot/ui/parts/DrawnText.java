package dev.earshot.ui.parts;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** Draws one line of text as it is, without a component that could render it as HTML. */
public final class DrawnText {
    /** Replaces the end of a text that does not fit. */
    public static final String CUT = "...";

    private DrawnText() {}

    /** Sets the antialiasing of the desktop, which plain {@code drawString} does not use. */
    public static void setAntialiasing(Graphics2D g, JComponent component) {
        Object hint = component.getClientProperty(RenderingHints.KEY_TEXT_ANTIALIASING);
        Object fallback = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        Object value = hint != null ? hint : fallback != null ? fallback : RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, value);
    }

    /** Draws as much of the text as fits, vertically centred. Returns the x coordinate of its end. */
    public static int draw(Graphics2D g, String text, int x, int height, int width) {
        FontMetrics metrics = g.getFontMetrics();
        String fitting = fit(text, metrics, width);
        g.drawString(fitting, x, baseline(metrics, height));
        return x + metrics.stringWidth(fitting);
    }

    /** Returns the y coordinate of the baseline of text that is centred in this height. */
    public static int baseline(FontMetrics metrics, int height) {
        return (height - metrics.getAscent() - metrics.getDescent() + 1) / 2 + metrics.getAscent();
    }

    /** Returns the text if it fits into the width, else its beginning and {@link #CUT}. */
    public static String fit(String text, FontMetrics metrics, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int room = width - metrics.stringWidth(CUT);
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.stringWidth(text.substring(0, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean halved = low > 0 && Character.isHighSurrogate(text.charAt(low - 1));
        return text.substring(0, halved ? low - 1 : low) + CUT;
    }

    /** Shortens an address in the middle, because its ends, the network and the port, identify it. */
    public static String cutInTheMiddle(String address, FontMetrics metrics, int width) {
        String shown = address;
        int kept = address.length();
        while (metrics.stringWidth(shown) > width && kept > 4) {
            kept--;
            int head = kept / 2;
            shown = address.substring(0, head) + ".." + address.substring(address.length() - (kept - head));
        }
        return shown;
    }
}
