package dev.earshot.cli;

import dev.earshot.reply.Behaviour;
import dev.earshot.send.Profile;
import dev.earshot.session.settings.SettingKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The options of a command that have their values from a profile, as if these had been typed. */
final class ProfileOptions {
    private final Profile profile;
    private final List<String> typed;
    private final Map<String, String> values = new HashMap<>();

    /** @param typed the arguments of the command line, which win */
    ProfileOptions(Profile profile, String... typed) {
        this.profile = profile;
        this.typed = List.of(typed);
    }

    /** Returns the value of a setting in the profile. */
    <T> T get(SettingKey<T> key) {
        return profile.get(key);
    }

    /** Returns the automatic answers of the profile. */
    Behaviour behaviour() {
        return profile.behaviour();
    }

    /** Returns what an option, or a parameter by its label, has from the profile; null if nothing. */
    String value(String option) {
        return values.get(option);
    }

    /** Whether one of these options was typed, so that what excludes it cannot come from the profile. */
    boolean isTyped(String... options) {
        return Stream.of(options)
                .anyMatch(option -> typed.stream().anyMatch(one -> one.equals(option) || one.startsWith(option + "=")));
    }

    /** Gives an option this value, or a parameter with this label. */
    void put(String option, String value) {
        values.put(option, value);
    }

    /** Gives an option without a value, if it is wanted. */
    void putIf(String option, boolean wanted) {
        if (wanted) {
            values.put(option, "true");
        }
    }

    /** Gives an option the value of a setting, unless it is empty; returns whether it is not. */
    boolean put(String option, SettingKey<?> key) {
        String text = SettingKey.print(profile.get(key));
        if (!text.isBlank()) {
            values.put(option, text);
        }
        return !text.isBlank();
    }

    /** Gives an option the count of a setting with this unit behind it, unless it is 0. */
    void putCount(String option, SettingKey<Integer> key, String unit) {
        if (profile.get(key) > 0) {
            values.put(option, profile.get(key) + unit);
        }
    }

    /** Gives a parameter the address and port of two settings. */
    void putPlace(String label, SettingKey<String> host, SettingKey<String> port) {
        values.put(label, place(profile.get(host), profile.get(port)));
    }

    /** Prints an address and a port, an IPv6 address in brackets. */
    static String place(String host, String port) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
