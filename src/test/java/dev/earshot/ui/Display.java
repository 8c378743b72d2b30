package dev.earshot.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;

/** Finds out whether there is a display for window tests. */
public final class Display {
    private Display() {}

    /** Whether a display works. It opens one, for {@code isHeadless} is also false when DISPLAY is dead. */
    public static boolean present() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .getDefaultScreenDevice()
                            .getDefaultConfiguration()
                    != null;
        } catch (HeadlessException | AWTError | LinkageError e) {
            if (Boolean.getBoolean("gui.require")) {
                throw new AssertionError("There is no display, and the window tests are required to run", e);
            }
            return false;
        }
    }
}
