package dev.earshot.send;

import dev.earshot.reply.Behaviour;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TabKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The whole set-up of a tab, apart from secrets.
 *
 * @param name of the tab; empty if it has none
 * @param values the values of settings of {@link TabKeys}; one that is missing has its usual value
 * @param behaviour what it answers by itself, to all clients
 * @param quickSends the quick sends of all tabs
 */
public record Profile(
        String name, EndpointKind kind, Map<SettingKey<?>, Object> values, Behaviour behaviour, QuickSends quickSends) {

    /** Returns the set-up of a tab with these settings. */
    public static Profile of(Settings tab, Behaviour behaviour, QuickSends quickSends) {
        EndpointKind kind = tab.get(Settings.KIND);
        Map<SettingKey<?>, Object> values = new LinkedHashMap<>();
        for (SettingKey<?> key : TabKeys.of(kind)) {
            values.put(key, tab.get(key));
        }
        return new Profile(tab.get(Settings.NAME), kind, values, behaviour.withOnlyPeers(Set.of()), quickSends);
    }

    /** Returns the value of a setting. */
    public <T> T get(SettingKey<T> key) {
        @SuppressWarnings("unchecked") // it was put under a key of this type
        T value = (T) values.get(key);
        return value == null ? key.fallback() : value;
    }

    /** Gives a tab this set-up, but for the behaviour and the quick sends. */
    public void applyTo(Settings tab) {
        tab.put(Settings.KIND, kind);
        tab.put(Settings.NAME, name);
        TabKeys.of(kind).forEach(key -> put(tab, key));
    }

    private <T> void put(Settings tab, SettingKey<T> key) {
        tab.put(key, get(key));
    }
}
