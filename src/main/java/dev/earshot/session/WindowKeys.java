package dev.earshot.session;

/** The settings of what a person is used to see: of the window, the same for all tabs. */
public final class WindowKeys {
    /** Whether the window stays above those of other programs. */
    public static final SettingKey<Boolean> ON_TOP = SettingKey.flag("window.on.top", false);

    /** The size of the text in log, detail and send box, in points. */
    public static final SettingKey<Integer> FONT_SIZE = SettingKey.number("window.font", 0, 0, 28);

    /** Whether long lines of the detail are continued on the next line. */
    public static final SettingKey<Boolean> WRAP_DETAIL = SettingKey.flag("window.detail.wrap", true);

    /** Whether the rows of the log have less height. */
    public static final SettingKey<Boolean> COMPACT_ROWS = SettingKey.flag("window.log.compact", false);

    /** The columns of the log that are shown, by their names with commas between; empty = the usual ones. */
    public static final SettingKey<String> COLUMNS = SettingKey.text("window.log.columns", "");

    /** The server to which a conversation was last sent again, as {@code HOST:PORT}. */
    public static final SettingKey<String> REPLAY_TO = SettingKey.text("window.replay.to", "127.0.0.1:8080");

    private WindowKeys() {}
}
