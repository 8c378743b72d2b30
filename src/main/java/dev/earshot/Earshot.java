package dev.earshot;

import dev.earshot.cli.Terminal;
import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.ui.Desktop;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts the program: without arguments, or with a profile or files, it opens the window, with a subcommand it runs in
 * the terminal.
 */
public final class Earshot {
    private static final String PROFILE = "--profile";

    private Earshot() {}

    public static void main(String[] args) {
        LateLogging.install();
        Background.logUncaughtExceptions();
        Optional<String> profile = profile(args);
        String[] others =
                Arrays.copyOfRange(args, profile.isEmpty() ? 0 : args[0].equals(PROFILE) ? 2 : 1, args.length);
        List<Path> captures = others.length == 0 ? List.of() : Terminal.files(others);
        if (others.length > 0 && captures.isEmpty()) {
            System.exit(Terminal.run(args));
        }
        FirstClasses.load();
        if (!hasDisplay()) {
            System.exit(Terminal.withoutDisplay(captures));
        }
        openWindow(profile, captures);
    }

    /** Returns the profile with which the window opens, if the first argument names one. */
    private static Optional<String> profile(String... args) {
        if (args.length > 1 && args[0].equals(PROFILE)) {
            return Optional.of(args[1]);
        }
        boolean joined = args.length > 0 && args[0].startsWith(PROFILE + "=");
        return joined ? Optional.of(args[0].substring(PROFILE.length() + 1)) : Optional.empty();
    }

    private static void openWindow(Optional<String> profile, List<Path> captures) {
        LateLogging.waitUntilStarted();
        try {
            Desktop.open(profile, captures, LateLogging::startNow);
        } catch (Problem e) {
            System.exit(Terminal.failed(e));
        }
    }

    /**
     * Whether a screen can be used. isHeadless() alone is not enough: it is false if DISPLAY names no running server.
     */
    private static boolean hasDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (HeadlessException | AWTError | LinkageError e) {
            return false;
        }
    }
}
