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

/** Where this person's files go, as the operating system wants it. */
public final class Folders {
    private static final Pattern DOWNLOAD_DIR = Pattern.compile("\\s*XDG_DOWNLOAD_DIR=\"([^\"]+)\"\\s*");

    private final Map<String, String> environment;
    private final String system;
    private final Path home;

    /** The folders of whoever runs this program. */
    public Folders() {
        this(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    Folders(Map<String, String> environment, String system, String home) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = Path.of(environment.getOrDefault("HOME", home));
    }

    /** For what a program may lose but should not: captures and its own log. XDG_STATE_HOME on Linux. */
    public Path state() {
        return of("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
    }

    /** For settings. XDG_CONFIG_HOME on Linux. */
    public Path config() {
        return of("XDG_CONFIG_HOME", ".config", "APPDATA");
    }

    /** Where browsers put what they fetch; the person's own folder if there is no such place. Looks at the disk. */
    public Path downloads() {
        Path usual = home.resolve("Downloads");
        Path named = system.startsWith("windows") || system.startsWith("mac") ? usual : userDirectory(usual);
        return Files.isDirectory(named) ? named : Files.isDirectory(usual) ? usual : home;
    }

    /** On Linux its name is in the person's language, in the file of xdg-user-dirs: {@code XDG_DOWNLOAD_DIR="$HOME/..."}. */
    private Path userDirectory(Path otherwise) {
        try (Stream<String> lines = Files.lines(config().resolveSibling("user-dirs.dirs"))) {
            return lines.map(DOWNLOAD_DIR::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1).replace("$HOME", home.toString()))
                    .map(Path::of)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return otherwise;
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
        // A relative path there is to be ignored, says the XDG Base Directory Specification.
        boolean usable = folder != null && Path.of(folder).isAbsolute();
        return (usable ? Path.of(folder) : home.resolve(linux)).resolve("earshot");
    }
}
