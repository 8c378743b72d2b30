package dev.earshot.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowRange;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TextFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A process that saves settings, a text file, and an export, in which everything has the same value, once or over and
 * over with growing values; and the check of what it leaves.
 */
final class Saver {
    private static final int PARTS = 500;

    private Saver() {}

    /** Saves into a folder once with a value, or with a second value until it is killed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int value = Integer.parseInt(arguments[1]);
        boolean once = arguments.length == 2;
        do {
            save(folder, value++);
            if (!once) {
                System.out.println("saved");
            }
        } while (!once);
    }

    /** Saves everything; a failure of one part does not hinder the others. */
    private static void save(Path folder, int value) throws IOException {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        for (int i = 0; i < PARTS; i++) {
            settings.put(new SettingKey<>("part." + i, "", text -> text), "value " + value);
        }
        settings.save();
        try {
            TextFile.write(folder.resolve("rules.json"), lines(value));
        } catch (Problem e) {
            assertThat(e.key()).startsWith("problem.file.");
        }
        export(folder, value);
    }

    private static void export(Path folder, int value) throws IOException {
        Path capture = Files.createTempDirectory(folder, "capture").resolve("session.pcapng");
        try (Journal journal = JournalFactory.create(capture, folder, Framing.LINES, (event, time) -> {})) {
            byte[] text = lines(value).getBytes(UTF_8);
            Peer peer =
                    new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_001));
            journal.on(new Event.Joined(peer));
            journal.on(new Event.Received(peer, text, 0, text.length, 0));
            ChosenRows rows = new ChosenRows(List.of(new RowRange(1, PARTS)), null, journal.generation());
            new RowExport(journal, rows, new TaskProgress())
                    .writeFile(folder.resolve("export.txt"), out -> row -> out.write(row.bytes()));
        } catch (IOException e) {
            // That is what the campaign looks for: the file must be whole all the same.
        }
    }

    private static String lines(int value) {
        return ("value " + value + "\n").repeat(PARTS);
    }

    /** Checks that each file has one value from the first to the last that may be in it, and all of its parts. */
    static void check(Path folder, int first, int last) throws IOException {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(folder.resolve("settings.properties")));
        assertThat(settings).hasSize(PARTS);
        assertThat(settings.values()).containsOnly(settings.get("part.0"));
        checkValue((String) settings.get("part.0"), first, last);
        for (String name : List.of("rules.json", "export.txt")) {
            List<String> lines = Files.readAllLines(folder.resolve(name));
            assertThat(lines).as(name).hasSize(PARTS).containsOnly(lines.get(0));
            checkValue(lines.get(0), first, last);
        }
    }

    private static void checkValue(String found, int first, int last) {
        assertThat(Integer.parseInt(found.substring("value ".length()))).isBetween(first, last);
    }
}
