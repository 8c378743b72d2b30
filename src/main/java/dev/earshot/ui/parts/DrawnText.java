package dev.earshot.ui.parts;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** One line of text, drawn as it is: no component that might take it for HTML has a part in it. */
public final class DrawnText {
    /** Stands for the end of a text that has no room. */
    public static final String CUT = "...";

    private DrawnText() {}

    /** Text as the desktop likes it, which plain {@code drawString} would not ask for. */
    public static void smooth(Graphics2D g, JComponent component) {
        Object hint = component.getClientProperty(RenderingHints.KEY_TEXT_ANTIALIASING);
        Object fallback = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        Object value = hint != null ? hint : fallback != null ? fallback : RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, value);
    }

    /** As much of the text as fits, in the middle of the height; returns where it ends. */
    public static int draw(Graphics2D g, String text, int x, int height, int width) {
        FontMetrics metrics = g.getFontMetrics();
        String fitting = fit(text, metrics, width);
        g.drawString(fitting, x, baseline(metrics, height));
        return x + metrics.stringWidth(fitting);
    }

    public static int baseline(FontMetrics metrics, int height) {
        return (height - metrics.getAscent() - metrics.getDescent() + 1) / 2 + metrics.getAscent();
    }

    /** The text, or its beginning and three dots. */
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

    /** An address is told apart by its two ends: the network and the port. */
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
