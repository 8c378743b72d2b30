package dev.earshot.session.settings;

import java.util.List;
import java.util.Locale;

/** The settings of how a person likes to see the window; they are the same for all tabs. */
public final class WindowKeys {
    /** The smallest size of text, in points. */
    public static final int LEAST_FONT = 8;

    /** The largest size of text, in points. */
    public static final int MOST_FONT = 28;

    /** Whether the window stays above those of other programs. */
    public static final SettingKey<Boolean> ON_TOP = SettingKey.flag("window.on.top", false);

    /** The size of the text in log, detail and send box, in points. */
    public static final SettingKey<Integer> FONT_SIZE = SettingKey.number("window.font", 12, LEAST_FONT, MOST_FONT);

    /** Whether long lines of the detail go on in the next line. */
    public static final SettingKey<Boolean> WRAP_DETAIL = SettingKey.flag("window.detail.wrap", true);

    /** Whether the rows of the log are less high. */
    public static final SettingKey<Boolean> COMPACT_ROWS = SettingKey.flag("window.log.compact", false);

    /** The server to which a conversation was last sent again, as {@code HOST:PORT}. */
    public static final SettingKey<String> REPLAY_TO = SettingKey.text("window.replay.to", "127.0.0.1:8080");

    /** x, y, width and height of the window in pixels; empty = not known. */
    public static final SettingKey<List<Integer>> WINDOW = SettingKey.numbers("window");

    /** Bounds of the window of the rules, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> RULES_WINDOW = SettingKey.numbers("window.rules");

    /** Bounds of the window of the quick sends, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> QUICK_WINDOW = SettingKey.numbers("window.quick");

    /** Bounds of the window of plots, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> PLOT_WINDOW = SettingKey.numbers("window.plot");

    /** Bounds of the window in which messages are compared, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> COMPARE_WINDOW = SettingKey.numbers("window.compare");

    /** Bounds of the window of statistics, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> STATISTICS_WINDOW = SettingKey.numbers("window.statistics");

    /** Bounds of the window of layouts, as {@link #WINDOW}. */
    public static final SettingKey<List<Integer>> LAYOUT_WINDOW = SettingKey.numbers("window.layouts");

    /** The width of the client list in pixels. */
    public static final SettingKey<Integer> CLIENTS_WIDTH = new SettingKey<>("window.clients", 228, Integer::valueOf);

    /** Whether the traffic figures are shown under the client list. */
    public static final SettingKey<Boolean> CLIENT_FIGURES = SettingKey.flag("clients.figures", true);

    /** The height of the detail pane in pixels. */
    public static final SettingKey<Integer> DETAIL_HEIGHT = new SettingKey<>("window.detail", 133, Integer::valueOf);

    /** Whether the detail pane is shown. */
    public static final SettingKey<Boolean> DETAIL = SettingKey.flag("window.detail.shown", true);

    /** Whether the detail pane shows the fields of a message. */
    public static final SettingKey<Boolean> DETAIL_FIELDS = SettingKey.flag("window.detail.fields", true);

    /** Whether the desktop draws the window's frame even where the look and feel could do it. */
    public static final SettingKey<Boolean> DESKTOP_FRAME = SettingKey.flag("window.desktop.frame", false);

    private WindowKeys() {}

    /** Returns the key that tells whether a column of the log is shown. */
    public static SettingKey<Boolean> column(Enum<?> column, boolean usual) {
        return SettingKey.flag("window.log.column." + column.name().toLowerCase(Locale.ROOT), usual);
    }
}
