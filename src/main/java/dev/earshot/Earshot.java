package dev.earshot;

import dev.earshot.cli.Terminal;
import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.ui.Desktop;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Starts the program: without arguments, or with files, it opens the window, with a subcommand it runs in the terminal.
 */
public final class Earshot {
    private Earshot() {}

    public static void main(String[] args) {
        Background.logUncaughtExceptions();
        List<Path> captures = args.length == 0 ? List.of() : Terminal.files(args);
        if (args.length > 0 && captures.isEmpty()) {
            System.exit(Terminal.run(args));
        } else if (!hasDisplay()) {
            System.exit(Terminal.withoutDisplay(captures));
        } else {
            openWindow(captures);
        }
    }

    private static void openWindow(List<Path> captures) {
        // Setting up Logback takes as long as setting up the window: side by side, neither waits for the other.
        Background.runToTheEnd("diagnostics", () -> LoggerFactory.getILoggerFactory());
        try {
            Desktop.open(captures);
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
