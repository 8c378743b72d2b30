package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JFrame;

/** Stores the place of a window in the settings and restores it. */
public final class FrameState {
    private static final String SHIFTED = "earshot.shifted";

    /** The distance of a window from one that would be under it, before scaling. */
    private static final int STEP = 28;

    private FrameState() {}

    /** Puts the main window to its last place, or in the middle of the screen. */
    public static void restore(JFrame frame, Settings settings) {
        frame.setMinimumSize(new Dimension(UIScale.scale(720), UIScale.scale(480)));
        List<Integer> b = settings.get(WindowKeys.WINDOW);
        Rectangle bounds = b.size() == 4 ? new Rectangle(b.get(0), b.get(1), b.get(2), b.get(3)) : null;
        if (bounds != null && onSomeScreen(bounds)) {
            frame.setBounds(bounds);
        } else {
            frame.setSize(UIScale.scale(1100), UIScale.scale(720));
            frame.setLocationRelativeTo(null);
        }
    }

    /**
     * Moves the main window away from those of programs that run already. Its place is not stored then: it would move
     * further with each start.
     *
     * @param others the number of these programs
     */
    public static void shift(JFrame frame, int others) {
        if (others > 0) {
            int step = UIScale.scale(STEP) * others;
            frame.getRootPane().putClientProperty(SHIFTED, true);
            frame.setLocation(frame.getX() + step, frame.getY() + step);
        }
    }

    /** Stores the place of the main window, unless it is maximised or shifted. */
    public static void remember(JFrame frame, Settings settings) {
        boolean shifted = frame.getRootPane().getClientProperty(SHIFTED) != null;
        if (frame.getExtendedState() == Frame.NORMAL && !shifted) {
            Rectangle b = frame.getBounds();
            settings.put(WindowKeys.WINDOW, List.of(b.x, b.y, b.width, b.height));
        }
    }

    /** Puts a dialog to its last place, or in the middle of its owner. */
    static void restore(JDialog dialog, Settings settings, SettingKey<List<Integer>> key, Dimension size) {
        List<Integer> b = settings.get(key);
        Rectangle bounds = b.size() == 4 ? new Rectangle(b.get(0), b.get(1), b.get(2), b.get(3)) : null;
        if (bounds != null && onSomeScreen(bounds)) {
            dialog.setBounds(bounds);
        } else {
            dialog.setSize(size);
            dialog.setLocationRelativeTo(dialog.getOwner());
        }
        while (isTaken(dialog)) {
            dialog.setLocation(dialog.getX() + UIScale.scale(STEP), dialog.getY() + UIScale.scale(STEP));
        }
    }

    /** Whether another window is shown exactly there. */
    private static boolean isTaken(Window window) {
        return Stream.of(Window.getWindows())
                .anyMatch(other -> other != window
                        && other.isShowing()
                        && other.getLocation().equals(window.getLocation()));
    }

    /** Stores the place of a dialog. */
    static void remember(JDialog dialog, Settings settings, SettingKey<List<Integer>> key) {
        Rectangle b = dialog.getBounds();
        settings.put(key, List.of(b.x, b.y, b.width, b.height));
    }

    /** Whether the title bar can be reached. It cannot if the screen of that place is not connected any more. */
    private static boolean onSomeScreen(Rectangle bounds) {
        Rectangle title = new Rectangle(bounds.x, bounds.y, bounds.width, 40);
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(title);
            if (seen.width >= 100 && seen.height >= 20) {
                return true;
            }
        }
        return false;
    }
}
