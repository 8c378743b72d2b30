package dev.earshot;

import dev.earshot.cli.Terminal;
import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.ui.Desktop;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import org.slf4j.LoggerFactory;

/** Starts the program: without arguments it opens the window, with a subcommand it runs in the terminal. */
public final class Earshot {
    private Earshot() {}

    public static void main(String[] args) {
        Background.logUncaughtExceptions();
        if (args.length > 0) {
            System.exit(Terminal.run(args));
        } else if (!hasDisplay()) {
            System.exit(Terminal.withoutDisplay());
        } else {
            openWindow();
        }
    }

    private static void openWindow() {
        // Setting up Logback takes as long as setting up the window: side by side, neither waits for the other.
        Background.runToTheEnd("diagnostics", () -> LoggerFactory.getILoggerFactory());
        try {
            Desktop.open();
        } catch (Problem e) {
            System.exit(Terminal.failed(e));
        }
    }

    /** Whether a screen can be used. isHeadless() alone is not enough: it is false if DISPLAY names no running server. */
    private static boolean hasDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (HeadlessException | AWTError | LinkageError e) {
            return false;
        }
    }
}
