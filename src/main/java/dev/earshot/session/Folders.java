package dev.earshot.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the folders for the user's files by the rules of the operating system. */
public final class Folders {
    private static final Pattern DOWNLOAD_DIR = Pattern.compile("\\s*XDG_DOWNLOAD_DIR=\"([^\"]+)\"\\s*");

    private final Map<String, String> environment;
    private final String system;
    private final Path home;

    /** Finds the folders of the user who runs this program. */
    public Folders() {
        this(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    /**
     * Finds the folders of a user.
     *
     * @param environment the variables of the process
     * @param system the name of the operating system, as {@code os.name} has it
     * @param home the home folder if the environment names none
     */
    public Folders(Map<String, String> environment, String system, String home) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = Path.of(environment.getOrDefault("HOME", home));
    }

    /** The folder for captures and the program's own log. XDG_STATE_HOME on Linux. */
    public Path state() {
        return of("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
    }

    /** The folder for settings. XDG_CONFIG_HOME on Linux. */
    public Path config() {
        return of("XDG_CONFIG_HOME", ".config", "APPDATA");
    }

    /** The folder for downloads, or the home folder if there is none. Reads from the disk. */
    public Path downloads() {
        Path usual = home.resolve("Downloads");
        Path named = system.startsWith("windows") || system.startsWith("mac") ? usual : userDirectory(usual);
        return Files.isDirectory(named) ? named : Files.isDirectory(usual) ? usual : home;
    }

    /**
     * Reads the folder from the file of xdg-user-dirs, {@code XDG_DOWNLOAD_DIR="$HOME/..."}: its name is translated.
     */
    private Path userDirectory(Path fallback) {
        try (Stream<String> lines = Files.lines(config().resolveSibling("user-dirs.dirs"))) {
            return lines.map(DOWNLOAD_DIR::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1).replace("$HOME", home.toString()))
                    .map(Path::of)
                    .findFirst()
                    .orElse(fallback);
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return fallback;
        }
    }

    private Path of(String xdg, String linux, String windows) {
        if (system.startsWith("windows")) {
            String folder = environment.get(windows);
            return folder == null ? home.resolve("Earshot") : Path.of(folder, "Earshot");
        } else if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Earshot");
        }
        String folder = environment.get(xdg);
        // The XDG Base Directory Specification says that relative paths must be ignored.
        boolean usable = folder != null && Path.of(folder).isAbsolute();
        return (usable ? Path.of(folder) : home.resolve(linux)).resolve("earshot");
    }
}
