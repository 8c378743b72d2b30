package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.files.WholeFile;
import dev.earshot.net.Background;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the settings, and the folders of the tabs beside it. Several programs may run with one file: each writes
 * only what it has changed itself. Any thread.
 */
final class SettingsFile {
    private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
    private static final Pattern OF_A_TAB = Pattern.compile("tab\\.(\\d{1,6})\\.");
    private static final String TAB = "tab-";

    private final Path file;
    private final Properties values = new Properties();
    private Properties written; // the values when this program last read or wrote the file; guarded by this
    private final Map<Integer, List<Runnable>> beforeSave = new ConcurrentHashMap<>(); // by the number of the tab
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile ExecutorService saver; // null: changes are written only when the program asks for it

    /** Reads the file. One that cannot be read is renamed to {@code *.broken}. */
    SettingsFile(Path file) {
        this.file = file;
        WholeFile.recover(file);
        if (Files.exists(file)) {
            read();
        }
        written = (Properties) values.clone();
    }

    /** Makes values without a file, which cannot be saved. */
    SettingsFile() {
        file = Path.of("");
        written = new Properties();
    }

    /** The values themselves, not a copy. */
    Properties values() {
        return values;
    }

    /** Returns the path of a file in the same folder. */
    Path beside(String name) {
        return file.resolveSibling(name);
    }

    /** Returns the folder for files that belong to this tab; it need not exist. */
    Path tabFolder(int number) {
        return beside(TAB + number);
    }

    /** Removes the values of all tabs but these and the first, and deletes their folders. */
    void deleteTabsExcept(List<Integer> kept) {
        values.keySet().removeIf(name -> {
            Matcher tab = OF_A_TAB.matcher((String) name);
            return tab.lookingAt() && !kept.contains(Integer.valueOf(tab.group(1)));
        });
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path tab : found.filter(SettingsFile::isTabFolder).toList()) {
                String number = tab.getFileName().toString().substring(TAB.length());
                if (!kept.contains(Integer.valueOf(number))) {
                    delete(tab);
                }
            }
        } catch (IOException e) {
            log.warn("The files of closed tabs cannot be deleted", e);
        }
    }

    private static boolean isTabFolder(Path folder) {
        return folder.getFileName().toString().matches(TAB + "\\d{1,6}") && Files.isDirectory(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Adds a task of a tab that runs before each save. */
    void beforeSave(int tab, Runnable task) {
        beforeSave.computeIfAbsent(tab, number -> new CopyOnWriteArrayList<>()).add(task);
    }

    /** Deletes the folder of a tab that was closed, and writes nothing there any more. */
    void deleteTab(int number) {
        beforeSave.remove(number);
        Path folder = tabFolder(number);
        if (Files.isDirectory(folder)) {
            try {
                delete(folder);
            } catch (IOException e) {
                log.warn("The files of a closed tab cannot be deleted", e);
            }
        }
    }

    /** Writes the file soon after each change, on the thread {@code settings}, from now on. */
    synchronized void saveChanges() {
        if (saver == null) {
            saver = Background.worker("settings");
        }
    }

    /** Notes that a value has changed. */
    void changed() {
        ExecutorService thread = saver;
        if (thread != null && !changed.getAndSet(true)) {
            thread.execute(this::writeChanges);
        }
    }

    private synchronized void writeChanges() {
        if (changed.get()) {
            try {
                write();
            } catch (IOException e) {
                // The next change tries again, and the end of the program tells the user.
                log.warn("Settings cannot be written to {}", file, e);
            }
        }
    }

    /**
     * Runs the tasks of {@link #beforeSave}, then writes the file wholly or not at all. Returns why it could not be
     * written, if so.
     */
    Optional<Problem> save() {
        beforeSave.values().forEach(tasks -> tasks.forEach(Runnable::run));
        try {
            write();
            return Optional.empty();
        } catch (IOException e) {
            log.warn("Settings cannot be written to {}", file, e);
            return Optional.of(FileProblem.of("problem.settings.save", file, e));
        }
    }

    private synchronized void write() throws IOException {
        changed.set(false); // first: a value that is set from now on is written again
        Properties copy = (Properties) values.clone(); // so that nobody who sets a value waits for the disk
        StringWriter text = new StringWriter();
        withOthers(copy).store(text, null);
        WholeFile.write(file, text.toString());
        written = copy;
    }

    /** Returns what the file has to hold: what another program has written there since, and what has changed here. */
    private Properties withOthers(Properties ours) {
        if (!Files.exists(file)) {
            return ours;
        }
        Properties merged = new Properties();
        try {
            merged.load(new StringReader(TextFile.read(file)));
        } catch (Problem | IOException | IllegalArgumentException e) {
            log.warn("Settings of another program cannot be read from {}", file, e);
            return ours;
        }
        for (String name : written.stringPropertyNames()) {
            if (!ours.containsKey(name)) {
                merged.remove(name);
            }
        }
        for (String name : ours.stringPropertyNames()) {
            String value = ours.getProperty(name);
            if (!value.equals(written.getProperty(name))) {
                merged.setProperty(name, value);
            }
        }
        return merged;
    }

    private void read() {
        try {
            values.load(new StringReader(TextFile.read(file)));
        } catch (Problem | IOException | IllegalArgumentException e) {
            log.warn("Settings cannot be read from {}", file, e);
            values.clear();
            setAside();
        }
    }

    private void setAside() {
        try {
            WholeFile.setAside(file);
        } catch (IOException e) {
            log.warn("The broken settings cannot be set aside", e);
        }
    }
}
