package dev.earshot.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;

/** Whether there is a display to try windows on. */
public final class Display {
    private Display() {}

    /** Really asks for one: with a dead DISPLAY {@code isHeadless} says there is one, and AWT throws later. */
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
