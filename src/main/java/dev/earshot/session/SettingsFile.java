package dev.earshot.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the settings and what is kept beside it. Any thread. */
final class SettingsFile {
    private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
    private static final String TAB = "tab-";

    private final Path file;
    private final Properties values = new Properties();
    private final List<Runnable> others = new CopyOnWriteArrayList<>();

    /** Reads it. What cannot be read is set aside, as {@code *.broken}. */
    SettingsFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    /** What stands in it, live. */
    Properties values() {
        return values;
    }

    Path beside(String name) {
        return file.resolveSibling(name);
    }

    /** The folder for files that belong to this tab; it need not exist. */
    Path ofTab(int number) {
        return beside(TAB + number);
    }

    /** Deletes the folders of other tabs. */
    void deleteTabsBut(List<Integer> numbers) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path tab : found.filter(SettingsFile::belongsToTab).toList()) {
                String number = tab.getFileName().toString().substring(TAB.length());
                if (!numbers.contains(Integer.valueOf(number))) {
                    delete(tab);
                }
            }
        } catch (IOException e) {
            log.warn("The files of closed tabs cannot be deleted", e);
        }
    }

    private static boolean belongsToTab(Path folder) {
        return folder.getFileName().toString().matches(TAB + "\\d{1,6}") && Files.isDirectory(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    void whenSaved(Runnable save) {
        others.add(save);
    }

    void save() {
        others.forEach(Runnable::run);
        write();
    }

    private synchronized void write() {
        Properties now = (Properties) values.clone(); // nobody who remembers something waits for the disk
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = beside(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                now.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("Settings cannot be written to {}", file, e);
        }
    }

    private void read() {
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Settings cannot be read from {}", file, e);
            values.clear();
            keepBroken();
        }
    }

    private void keepBroken() {
        try {
            Files.move(file, beside(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("The broken settings cannot be set aside", e);
        }
    }
}
