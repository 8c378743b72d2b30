package dev.earshot.session;

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

    private WindowKeys() {}

    /** Returns the key that tells whether a column of the log is shown. */
    public static SettingKey<Boolean> column(Enum<?> column, boolean usual) {
        return SettingKey.flag("window.log.column." + column.name().toLowerCase(Locale.ROOT), usual);
    }
}
