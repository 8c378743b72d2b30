package dev.earshot.session;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers between two runs: a typed view of a properties file, in which unknown keys survive. Some
 * things are the same for the whole program; everything else each tab remembers for itself, through the view that
 * {@link #tab} gives. May be used from any thread; {@link #save} writes a file and stays off the EDT.
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
     * One thing that is remembered, for each tab by itself unless its name begins like one of {@link #OF_ALL}.
     *
     * @param parse reads it from the file; what it throws means that the fallback holds
     */
    public record Key<T>(String name, T fallback, Function<String, T> parse) {

        /** Any text. */
        static Key<String> text(String name, String fallback) {
            return new Key<>(name, fallback, Function.identity());
        }

        /** A number from {@code least} to {@code most}. */
        static Key<Integer> number(String name, int fallback, int least, int most) {
            return new Key<>(name, fallback, text -> {
                int number = Integer.parseInt(text);
                if (number < least || number > most) {
                    throw new IllegalArgumentException(text);
                }
                return number;
            });
        }

        static Key<Boolean> flag(String name, boolean fallback) {
            return new Key<>(name, fallback, Boolean::valueOf);
        }

        /** One of an enum's constants, in lower case. */
        static <E extends Enum<E>> Key<E> choice(String name, E fallback) {
            return new Key<>(
                    name, fallback, text -> Enum.valueOf(fallback.getDeclaringClass(), text.toUpperCase(Locale.ROOT)));
        }
    }

    /** The tab whose values have no prefix, so that a file from before there were tabs is a file of this one. */
    public static final int FIRST_TAB = 1;

    private static final int LAST_TAB = 999_999;

    /** How the names begin of what is the same for all tabs. */
    private static final List<String> OF_ALL =
            List.of("window", "theme", "language", "clients.", "client.name.", "capture.", "tab");

    /** The numbers of the tabs, from left to right. */
    public static final Key<List<Integer>> TABS = new Key<>("tabs", List.of(FIRST_TAB), Settings::tabs);

    /** The number of the tab that was seen last. */
    public static final Key<Integer> TAB_SELECTED = new Key<>("tab.selected", FIRST_TAB, Integer::valueOf);

    /** What the person calls the tab; empty = by its kind and port. */
    public static final Key<String> NAME = Key.text("name", "");

    /** Which kind of endpoint the tab has. */
    public static final Key<EndpointKind> KIND = new Key<>("kind", TcpServerKind.KIND, Settings::kind);

    public static final Key<Boolean> LISTEN_AT_START = Key.flag("listen.at.start", false);

    /** x, y, width and height of the window in pixels; empty = not known. */
    public static final Key<List<Integer>> WINDOW = new Key<>("window", List.of(), Settings::numbers);

    /** The same of the window of the rules. */
    public static final Key<List<Integer>> RULES_WINDOW = new Key<>("window.rules", List.of(), Settings::numbers);
    /** The same of the window of the quick sends. */
    public static final Key<List<Integer>> QUICK_WINDOW = new Key<>("window.quick", List.of(), Settings::numbers);

    public static final Key<Integer> CLIENTS_WIDTH = new Key<>("window.clients", 228, Integer::valueOf);
    public static final Key<Order> CLIENTS_ORDER = Key.choice("clients.order", Order.JOINED);
    public static final Key<Boolean> CLIENT_FIGURES = Key.flag("clients.figures", true);
    public static final Key<Integer> DETAIL_HEIGHT = new Key<>("window.detail", 133, Integer::valueOf);
    public static final Key<Boolean> DETAIL = Key.flag("window.detail.shown", true);
    /** Whether the desktop draws the window's frame, where the look and feel could do it. */
    public static final Key<Boolean> DESKTOP_FRAME = Key.flag("window.desktop.frame", false);

    public static final Key<Look> LOOK = Key.choice("theme", Look.SYSTEM);
    public static final Key<Language> LANGUAGE = Key.choice("language", Language.SYSTEM);
    public static final Key<TextForm> VIEW = Key.choice("view", TextForm.TEXT);
    /** A name that {@code Encoding.named} knows, or empty: each client's own. */
    public static final Key<String> ENCODING = Key.text("encoding", "");

    /** How large a capture may become, in MiB; 0 = what suits the disk. */
    public static final Key<Integer> CAPTURE_CAP = new Key<>("capture.cap", 0, Settings::mebibytes);

    public static final Key<Framing> FRAMING = new Key<>("framing", Framing.LINES, Settings::framing);
    /** For each kind of framing that has parameters: the latest ones. */
    public static final List<Key<Framing>> FRAMINGS = List.of(
            latest("framing.delimiter", new Framing.Delimiter("0D0A")),
            latest("framing.fixed", new Framing.Fixed(16)),
            latest("framing.length", new Framing.LengthField(0, 2, false, false)),
            latest("framing.silence", new Framing.Silence(50)));

    public static final Key<TextForm> SEND_FORM = Key.choice("send.mode", TextForm.TEXT);
    /** A name that {@code Encoding.named} knows, or empty: the same as the client. */
    public static final Key<String> SEND_ENCODING = Key.text("send.encoding", "");

    public static final Key<LineEnding> SEND_ENDING = Key.choice("send.ending", LineEnding.NONE);
    public static final Key<Boolean> SEND_ESCAPES = Key.flag("send.escapes", true);
    /** What is put around a message that is sent. */
    public static final Key<Envelope> SEND_ENVELOPE = new Key<>("send.envelope", Envelope.NONE, Settings::envelope);

    /** Who says what is sent; empty = nobody in particular. */
    public static final Key<String> SEND_NICK = Key.text("send.nick", "");
    /** How, see {@link Nickname}. */
    public static final Key<String> SEND_NICK_FORMAT = Key.text("send.nick.format", Nickname.CHAT);

    public static final Key<Integer> REPEAT_MILLIS = new Key<>("send.every", 1000, Integer::valueOf);
    public static final Key<Integer> FILE_CHUNK = new Key<>("file.chunk", 16 * 1024, Integer::valueOf);
    public static final Key<Integer> FILE_PAUSE = new Key<>("file.pause", 0, Integer::valueOf);

    /** A capture may not be smaller. */
    public static final int LEAST_CAP_MEBIBYTES = 64;

    private static final Pattern OF_TAB = Pattern.compile("tab\\.(\\d{1,6})\\.");
    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private final SettingsFile file; // the same for all views
    private final Properties values;
    private final int number; // of the tab
    private final String prefix; // of what belongs to it

    /** Reads the file. One that is missing means fallbacks; one that cannot be read is kept beside, as {@code *.broken}. */
    public Settings(Path file) {
        this(new SettingsFile(file), FIRST_TAB);
    }

    private Settings(SettingsFile file, int number) {
        this.file = file;
        this.number = number;
        values = file.values();
        prefix = number == FIRST_TAB ? "" : "tab." + number + ".";
    }

    /** What the tab of this number remembers, beside what is the same for all. This object itself is the first tab's view. */
    public Settings tab(int number) {
        return new Settings(file, number);
    }

    /** Of the tab whose view this is. */
    public int number() {
        return number;
    }

    /** The number of the tab to be shown first. */
    public int selectedTab() {
        List<Integer> tabs = get(TABS);
        int selected = get(TAB_SELECTED);
        return tabs.contains(selected) ? selected : tabs.get(0);
    }

    /** Forgets what this tab remembers, and remembers what the other one does. */
    public void takeOver(Settings other) {
        forget();
        for (String name : values.stringPropertyNames()) {
            if (other.owns(name)) {
                values.setProperty(prefix + name.substring(other.prefix.length()), values.getProperty(name));
            }
        }
    }

    /** Forgets what this tab remembers. */
    public void forget() {
        values.keySet().removeIf(name -> owns((String) name));
    }

    /**
     * Forgets what tabs remember that were closed, or left by a run that was killed; the first tab apart. Deletes files:
     * not for the EDT.
     */
    public void forgetClosedTabs() {
        List<Integer> open = get(TABS);
        values.keySet().removeIf(name -> {
            Matcher tab = OF_TAB.matcher((String) name);
            return tab.lookingAt() && !open.contains(Integer.valueOf(tab.group(1)));
        });
        file.deleteTabsBut(open);
    }

    /** Where something is kept that belongs to the settings but is too much for one line. */
    public Path beside(String name) {
        return file.beside(name);
    }

    /** The same for something that each tab has for itself. */
    public Path ofTab(String name) {
        return number == FIRST_TAB ? file.beside(name) : file.ofTab(number).resolve(name);
    }

    /** Also has this run whenever the settings are saved, on whatever thread does it. */
    public void whenSaved(Runnable save) {
        file.whenSaved(save);
    }

    private boolean owns(String name) {
        return prefix.isEmpty() ? !isOfAll(name) : name.startsWith(prefix);
    }

    private static boolean isOfAll(String name) {
        return OF_ALL.stream().anyMatch(name::startsWith);
    }

    private String name(Key<?> key) {
        return isOfAll(key.name()) ? key.name() : prefix + key.name();
    }

    /** What is remembered, or the fallback. */
    public <T> T get(Key<T> key) {
        String text = values.getProperty(name(key));
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
    public <T> void put(Key<T> key, T value) {
        values.setProperty(name(key), print(value));
    }

    /** Forgets, likewise. */
    void remove(Key<?> key) {
        values.remove(name(key));
    }

    /** What is remembered under all names that begin so, which are the same for all tabs. */
    Map<String, String> all(String beginning) {
        Map<String, String> found = new HashMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(beginning)) {
                found.put(name, values.getProperty(name));
            }
        }
        return found;
    }

    /** Writes the file: wholly, or not at all. A failure is logged, for nothing that matters is lost. */
    public void save() {
        file.save();
    }

    private static EndpointKind kind(String text) {
        return EndpointKinds.find(text.toUpperCase(Locale.ROOT)).orElseThrow(() -> new IllegalArgumentException(text));
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

    private static Key<Framing> latest(String name, Framing fallback) {
        return new Key<>(name, fallback, text -> {
            Framing framing = framing(text);
            if (framing.getClass() != fallback.getClass()) {
                throw new IllegalArgumentException(text);
            }
            return framing;
        });
    }

    private static String print(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof EndpointKind kind) {
            return kind.id().toLowerCase(Locale.ROOT);
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }

    private static List<Integer> tabs(String text) {
        List<Integer> numbers = numbers(text).stream().distinct().toList();
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < FIRST_TAB || number > LAST_TAB)) {
            throw new IllegalArgumentException(text);
        }
        return numbers;
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
