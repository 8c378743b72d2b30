package dev.earshot.session;

import java.util.List;
import java.util.stream.Stream;

/** The settings that are the set-up of a tab, whatever its state. */
public final class TabKeys {
    /** The settings of tabs of every kind. */
    private static final List<SettingKey<?>> GENERAL = List.of(
            Settings.LISTEN_AT_START,
            Settings.FRAMING,
            Settings.ENCODING,
            Settings.VIEW,
            Settings.SEND_FORM,
            Settings.SEND_ENCODING,
            Settings.SEND_ENDING,
            Settings.SEND_ESCAPES,
            Settings.SEND_ENVELOPE,
            Settings.SEND_NICK,
            Settings.SEND_NICK_FORMAT,
            Settings.REPEAT_MILLIS,
            Settings.FILE_CHUNK,
            Settings.FILE_PAUSE);

    /** The path of the profile for which the tab was opened at a start; empty if it was not. */
    public static final SettingKey<String> PROFILE = SettingKey.text("profile", "");

    private TabKeys() {}

    /** Returns the settings of a tab of this kind. */
    public static List<SettingKey<?>> of(EndpointKind kind) {
        return Stream.concat(kind.keys().stream(), GENERAL.stream()).toList();
    }
}
