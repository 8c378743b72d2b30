package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that the program keeps between runs, as one tab sees them. Settings of the whole program are the same
 * for all tabs; each tab has its own value of all others. The file's unknown keys survive. Any thread, but {@link
 * #save} and {@link #forgetClosedTabs} write or delete files and stay off the EDT.
 */
public final class Settings {

    /** The colours of the window. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The language of the window. */
    public enum Language {
        SYSTEM(null),
        EN(Locale.ENGLISH),
        ZH(Locale.SIMPLIFIED_CHINESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        /** Returns the locale whose words are shown. */
        public Locale locale() {
            return locale == null ? Locale.getDefault() : locale;
        }
    }

    /** The orders in which the list of clients can be sorted. */
    public enum Order {
        JOINED,
        NAME,
        HEARD,
        RATE,
        BYTES,
        STATE
    }

    /** The tab whose settings have no prefix: a file from before there were tabs belongs to it. */
    public static final int FIRST_TAB = 1;

    private static final int LAST_TAB = 999_999;

    /** The beginnings of the names of settings that are the same for all tabs. */
    private static final List<String> SHARED =
            List.of("window", "theme", "language", "clients.", "client.name.", "capture.", "tab", "trusted.");

    /** The numbers of the tabs, from left to right. */
    public static final SettingKey<List<Integer>> TABS = new SettingKey<>("tabs", List.of(FIRST_TAB), Settings::tabs);

    /** The number of the tab that was last in front. */
    public static final SettingKey<Integer> TAB_SELECTED =
            new SettingKey<>("tab.selected", FIRST_TAB, Integer::valueOf);

    /** The name that the user gave to the tab; empty = its kind and port. */
    public static final SettingKey<String> NAME = SettingKey.text("name", "");

    /** The kind of the tab's endpoint. */
    public static final SettingKey<EndpointKind> KIND = SettingKey.kind("kind", TcpServerKind.KIND);

    /** Whether the tab opens its endpoint when the program starts. */
    public static final SettingKey<Boolean> LISTEN_AT_START = SettingKey.flag("listen.at.start", false);

    /** The order of the client list. */
    public static final SettingKey<Order> CLIENTS_ORDER = SettingKey.choice("clients.order", Order.JOINED);

    public static final SettingKey<Look> LOOK = SettingKey.choice("theme", Look.SYSTEM);
    public static final SettingKey<Language> LANGUAGE = SettingKey.choice("language", Language.SYSTEM);
    /** The id of the view in which messages are shown. */
    public static final SettingKey<String> VIEW = ViewId.key("view");
    /** The series of the plot. */
    public static final SettingKey<PlotSetup> PLOTS = new SettingKey<>("plots", PlotSetup.NONE, PlotSetup::parse);
    /** The name of the protocol as which Wireshark reads messages; empty if it decides. */
    public static final SettingKey<String> DECODE_AS = SettingKey.text("decode.as", "");
    /** The fields that are columns of the log, one a line. */
    public static final SettingKey<String> FIELD_COLUMNS = SettingKey.text("log.fields", "");

    /** The encoding in which messages are read, a name for {@code Encoding.named}; empty = each client's own. */
    public static final SettingKey<String> ENCODING = SettingKey.text("encoding", "");

    /** The smallest limit that can be set for a capture, in MiB. */
    public static final int LEAST_CAPTURE_MEBIBYTES = 64;

    /** The largest size of a capture, in MiB; 0 = chosen by the size of the disk. */
    public static final SettingKey<Integer> CAPTURE_LIMIT =
            SettingKey.mebibytes("capture.cap", LEAST_CAPTURE_MEBIBYTES);

    /** Whether rows are written to the log file as they come. */
    public static final SettingKey<Boolean> LOG_FILE_ON = SettingKey.flag("log.file.on", false);
    /** The path of the log file; empty = none was chosen yet. */
    public static final SettingKey<String> LOG_FILE = SettingKey.text("log.file", "");
    /** The id of the log file's form. */
    public static final SettingKey<String> LOG_FILE_FORM = SettingKey.text("log.file.form", "text");
    /** The fields that the log file has too, one a line. */
    public static final SettingKey<String> LOG_FILE_FIELDS = SettingKey.text("log.file.fields", "");
    /** When the log file is put aside, a size such as {@code 100MB}, or {@code day}; empty: never. */
    public static final SettingKey<String> LOG_FILE_ROTATION = SettingKey.text("log.file.rotate", "");

    /** The framing of received messages. */
    public static final SettingKey<Framing> FRAMING = SettingKey.framing("framing", Framing.LINES);

    private static final Logger log = LoggerFactory.getLogger(Settings.class);

    private final SettingsFile file; // shared by the views of all tabs
    private final KeyPasswords passwords; // shared by the views of all tabs
    private final Properties values;
    private final int number; // of the tab
    private final String prefix; // of the names of the tab's own settings

    /**
     * Reads the file for the first tab. A missing file means fallbacks; a broken one is renamed to {@code *.broken}.
     */
    public Settings(Path file) {
        this(new SettingsFile(file), new KeyPasswords(), FIRST_TAB);
    }

    /** Returns settings that all have their fallbacks and belong to no file: they cannot be saved. */
    public static Settings unsaved() {
        return new Settings(new SettingsFile(), new KeyPasswords(), FIRST_TAB);
    }

    private Settings(SettingsFile file, KeyPasswords passwords, int number) {
        this.file = file;
        this.passwords = passwords;
        this.number = number;
        values = file.values();
        prefix = number == FIRST_TAB ? "" : "tab." + number + ".";
    }

    /** Returns the settings as the tab of this number sees them; every view has the same file. */
    public Settings tab(int number) {
        return new Settings(file, passwords, number);
    }

    /** The number of the tab whose view this is. */
    public int number() {
        return number;
    }

    /** The number of the tab to bring to the front at the start. */
    public int selectedTab() {
        List<Integer> tabs = get(TABS);
        int selected = get(TAB_SELECTED);
        return tabs.contains(selected) ? selected : tabs.get(0);
    }

    /** Replaces this tab's own settings by a copy of the other tab's. */
    public void copyFrom(Settings other) {
        forget();
        for (String name : values.stringPropertyNames()) {
            if (other.owns(name)) {
                values.setProperty(prefix + name.substring(other.prefix.length()), values.getProperty(name));
            }
        }
        file.changed();
    }

    /** Removes this tab's own settings. */
    public void forget() {
        values.keySet().removeIf(name -> owns((String) name));
        file.changed();
    }

    /** Deletes the files of this tab, which was closed; those of the first tab stay. Not for the EDT. */
    public void deleteFiles() {
        if (number != FIRST_TAB) {
            file.deleteTab(number);
        }
    }

    /**
     * Removes the settings and files of tabs that are not open any more. A run that was killed may have left some. The
     * first tab's stay. Deletes files: not for the EDT.
     */
    public void forgetClosedTabs() {
        file.deleteTabsExcept(get(TABS));
    }

    /** Returns the path of a file beside the settings, for something too large for one line. */
    public Path beside(String name) {
        return file.beside(name);
    }

    /** Returns the path of a file that belongs to this tab alone. */
    public Path tabFile(String name) {
        return number == FIRST_TAB ? file.beside(name) : file.tabFolder(number).resolve(name);
    }

    /** Returns the passwords that were typed in this run, which are never saved. */
    public KeyPasswords passwords() {
        return passwords;
    }

    /** Adds a task of this tab that runs before each save, on the thread that saves. */
    public void beforeSave(Runnable task) {
        file.beforeSave(number, task);
    }

    /**
     * Writes each change of a value soon, on a thread of its own, from now on: the program may be killed at any time.
     */
    public void saveChanges() {
        file.saveChanges();
    }

    private boolean owns(String name) {
        return prefix.isEmpty() ? !isShared(name) : name.startsWith(prefix);
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }

    private String name(SettingKey<?> key) {
        return isShared(key.name()) ? key.name() : prefix + key.name();
    }

    /** Returns the value of a setting, or its fallback if it is missing or wrong. */
    public <T> T get(SettingKey<T> key) {
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

    /** Sets a value. It is written soon after {@link #saveChanges}, or else by {@link #save}. */
    public <T> void put(SettingKey<T> key, T value) {
        String text = SettingKey.print(value);
        if (!text.equals(values.setProperty(name(key), text))) {
            file.changed();
        }
    }

    /** Removes a value, so that its setting has its default again. It is gone from the file after {@link #save}. */
    public void remove(SettingKey<?> key) {
        if (values.remove(name(key)) != null) {
            file.changed();
        }
    }

    /** Returns a copy of all shared settings whose names begin like this: their texts by their names. */
    public Map<String, String> all(String beginning) {
        Map<String, String> found = new HashMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(beginning)) {
                found.put(name, values.getProperty(name));
            }
        }
        return found;
    }

    /** Writes the file wholly or not at all. Returns why it was not written, if so. */
    public Optional<Problem> save() {
        return file.save();
    }

    private static List<Integer> tabs(String text) {
        List<Integer> numbers =
                SettingKey.parseNumbers(text).stream().distinct().toList();
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < FIRST_TAB || number > LAST_TAB)) {
            throw new IllegalArgumentException(text);
        }
        return numbers;
    }
}
