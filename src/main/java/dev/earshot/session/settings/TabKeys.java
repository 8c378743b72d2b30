package dev.earshot.session.settings;

import java.util.List;
import java.util.stream.Stream;

/** The settings that make up the set-up of a tab, which a profile keeps. */
public final class TabKeys {
    /** The settings of tabs of every kind. */
    private static final List<SettingKey<?>> GENERAL = List.of(
            Settings.LISTEN_AT_START,
            Settings.FRAMING,
            Settings.ENCODING,
            Settings.VIEW,
            Settings.PLOTS,
            Settings.FIELD_COLUMNS,
            SendKeys.FORM,
            SendKeys.ENCODING,
            SendKeys.ENDING,
            SendKeys.ESCAPES,
            SendKeys.ENVELOPE,
            SendKeys.NICK,
            SendKeys.NICK_FORMAT,
            SendKeys.REPEAT_MILLIS,
            SendKeys.FILE_CHUNK,
            SendKeys.FILE_PAUSE);

    /** The path of the profile for which the tab was opened at a start; empty if it was not. */
    public static final SettingKey<String> PROFILE = SettingKey.text("profile", "");

    private TabKeys() {}

    /** Returns the settings of a tab of this kind. */
    public static List<SettingKey<?>> of(EndpointKind kind) {
        return Stream.concat(kind.keys().stream(), GENERAL.stream()).toList();
    }
}
