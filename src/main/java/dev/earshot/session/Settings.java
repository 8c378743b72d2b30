package dev.earshot.session;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Form;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers between two runs: a typed view of a properties file, in which unknown keys survive. May be
 * used from any thread; {@link #save} writes a file and stays off the EDT.
 */
public final class Settings {

    /** Which colours the window has. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Which language the window speaks. */
    public enum Language {
        SYSTEM,
        EN,
        ZH
    }

    /** By what clients are sorted. */
    public enum Order {
        JOINED,
        NAME,
        HEARD,
        RATE,
        BYTES,
        STATE
    }

    /**
     * One thing that is remembered.
     *
     * @param parse reads it from the file; what it throws means that the fallback holds
     */
    public record Key<T>(String name, T fallback, Function<String, T> parse) {}

    /** x, y, width and height of the window in pixels; empty = not known. */
    public static final Key<List<Integer>> WINDOW = new Key<>("window", List.of(), Settings::numbers);

    /** The same of the window of the rules. */
    public static final Key<List<Integer>> RULES_WINDOW = new Key<>("window.rules", List.of(), Settings::numbers);
    /** The same of the window of the quick sends. */
    public static final Key<List<Integer>> QUICK_WINDOW = new Key<>("window.quick", List.of(), Settings::numbers);

    public static final Key<Integer> CLIENTS_WIDTH = new Key<>("window.clients", 228, Integer::valueOf);
    public static final Key<Order> CLIENTS_ORDER = choice("clients.order", Order.JOINED);
    public static final Key<Boolean> CLIENT_FIGURES = flag("clients.figures", true);
    public static final Key<Integer> DETAIL_HEIGHT = new Key<>("window.detail", 133, Integer::valueOf);
    public static final Key<Boolean> DETAIL = flag("window.detail.shown", true);
    /** Whether the desktop draws the window's frame, where the look and feel could do it. */
    public static final Key<Boolean> DESKTOP_FRAME = flag("window.desktop.frame", false);

    public static final Key<Look> LOOK = choice("theme", Look.SYSTEM);
    public static final Key<Language> LANGUAGE = choice("language", Language.SYSTEM);
    public static final Key<String> ADDRESS = new Key<>("address", "127.0.0.1", Function.identity());
    public static final Key<String> PORT = new Key<>("port", "8080", Function.identity());
    public static final Key<Form> VIEW = choice("view", Form.TEXT);
    /** A name that {@code Encoding.named} knows, or empty: each client's own. */
    public static final Key<String> ENCODING = new Key<>("encoding", "", Function.identity());

    /** How large a capture may become, in MiB; 0 = what suits the disk. */
    public static final Key<Integer> CAPTURE_CAP = new Key<>("capture.cap", 0, Settings::mebibytes);

    public static final Key<Framing> FRAMING = new Key<>("framing", Framing.LINES, Settings::framing);
    /** For each kind of framing that has parameters: the latest ones. */
    public static final List<Key<Framing>> FRAMINGS = List.of(
            kind("framing.delimiter", new Framing.Delimiter("0D0A")),
            kind("framing.fixed", new Framing.Fixed(16)),
            kind("framing.length", new Framing.LengthField(0, 2, false, false)),
            kind("framing.silence", new Framing.Silence(50)));

    public static final Key<Form> SEND_FORM = choice("send.mode", Form.TEXT);
    /** A name that {@code Encoding.named} knows, or empty: the same as the client. */
    public static final Key<String> SEND_ENCODING = new Key<>("send.encoding", "", Function.identity());

    public static final Key<LineEnding> SEND_ENDING = choice("send.ending", LineEnding.NONE);
    public static final Key<Boolean> SEND_ESCAPES = flag("send.escapes", true);
    /** What is put around a message that is sent. */
    public static final Key<Envelope> SEND_ENVELOPE = new Key<>("send.envelope", Envelope.NONE, Settings::envelope);

    public static final Key<Integer> REPEAT_MILLIS = new Key<>("send.every", 1000, Integer::valueOf);
    public static final Key<Integer> FILE_CHUNK = new Key<>("file.chunk", 16 * 1024, Integer::valueOf);
    public static final Key<Integer> FILE_PAUSE = new Key<>("file.pause", 0, Integer::valueOf);

    /** A capture may not be smaller. */
    public static final int LEAST_CAP_MEBIBYTES = 64;

    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private final Path file;
    private final Properties values = new Properties();
    private final List<Runnable> others = new CopyOnWriteArrayList<>();

    /** Reads the file. One that is missing means fallbacks; one that cannot be read is kept beside, as {@code *.broken}. */
    public Settings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    /** What is remembered, or the fallback. */
    public synchronized <T> T get(Key<T> key) {
        String text = values.getProperty(key.name());
        if (text == null) {
            return key.fallback();
        }
        try {
            return key.parse().apply(text);
        } catch (IllegalArgumentException e) {
            log.warn("Setting {} is not understood: {}", key.name(), text);
            return key.fallback();
        }
    }

    /** Remembers, until {@link #save} only in memory. */
    public synchronized <T> void put(Key<T> key, T value) {
        values.setProperty(key.name(), print(value));
    }

    /** Forgets, likewise. */
    synchronized void remove(Key<?> key) {
        values.remove(key.name());
    }

    /** What is remembered under all names that begin so. */
    synchronized Map<String, String> all(String beginning) {
        Map<String, String> found = new HashMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(beginning)) {
                found.put(name, values.getProperty(name));
            }
        }
        return found;
    }

    /** Where something is kept that belongs to the settings but is too much for one line. */
    public Path beside(String name) {
        return file.resolveSibling(name);
    }

    /** Also has this run whenever the settings are saved, on whatever thread does it. */
    public void whenSaved(Runnable save) {
        others.add(save);
    }

    /** Writes the file: wholly, or not at all. A failure is logged, for nothing that matters is lost. */
    public void save() {
        others.forEach(Runnable::run);
        write();
    }

    private synchronized void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                values.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("Settings cannot be written to {}", file, e);
        }
    }

    private static Integer mebibytes(String text) {
        int number = Integer.parseInt(text);
        if (number != 0 && number < LEAST_CAP_MEBIBYTES) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Envelope envelope(String text) {
        try {
            return Envelope.parse(text);
        } catch (Problem e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Framing framing(String text) {
        try {
            return Framing.parse(text);
        } catch (Problem e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Key<Framing> kind(String name, Framing fallback) {
        return new Key<>(name, fallback, text -> {
            Framing framing = framing(text);
            if (framing.getClass() != fallback.getClass()) {
                throw new IllegalArgumentException(text);
            }
            return framing;
        });
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
            Path kept = file.resolveSibling(file.getFileName() + ".broken");
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("The broken settings cannot be set aside", e);
        }
    }

    private static String print(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static Key<Boolean> flag(String name, boolean fallback) {
        return new Key<>(name, fallback, Boolean::valueOf);
    }

    private static <E extends Enum<E>> Key<E> choice(String name, E fallback) {
        return new Key<>(
                name, fallback, text -> Enum.valueOf(fallback.getDeclaringClass(), text.toUpperCase(Locale.ROOT)));
    }
}
