package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.address.AddressFilter;
import java.util.List;

/**
 * The settings of the limits that protect one kind of server from its clients; 0 and an empty text switch one off.
 *
 * @param allowed the addresses that may connect, as {@link AddressFilter} reads them; empty: all
 * @param denied those that may not
 * @param mostUnsent in KiB
 */
public record LimitKeys(
        SettingKey<String> allowed,
        SettingKey<String> denied,
        SettingKey<Integer> most,
        SettingKey<Integer> perAddress,
        SettingKey<Integer> newPerSecond,
        SettingKey<Integer> idleSeconds,
        SettingKey<Integer> firstByteSeconds,
        SettingKey<Integer> mostUnsent,
        SettingKey<Integer> writeSeconds) {

    /** The greatest number of KiB that may wait to be sent: 1 GiB. */
    public static final int MOST_UNSENT = 1024 * 1024;

    /** Makes the keys of a kind, whose names begin like this. */
    static LimitKeys of(String prefix) {
        return new LimitKeys(
                SettingKey.text(prefix + "allow", ""),
                SettingKey.text(prefix + "deny", ""),
                count(prefix + "max.clients", ClientLimits.MOST),
                count(prefix + "max.per.address", ClientLimits.MOST),
                count(prefix + "max.new.per.second", ClientLimits.MOST),
                count(prefix + "idle.seconds", ClientLimits.MOST),
                count(prefix + "first.byte.seconds", ClientLimits.MOST),
                count(prefix + "max.unsent.kib", MOST_UNSENT),
                count(prefix + "write.deadline.seconds", ClientLimits.MOST));
    }

    private static SettingKey<Integer> count(String name, int most) {
        return SettingKey.number(name, 0, 0, most);
    }

    /** Returns all of them. */
    List<SettingKey<?>> all() {
        return List.of(
                allowed,
                denied,
                most,
                perAddress,
                newPerSecond,
                idleSeconds,
                firstByteSeconds,
                mostUnsent,
                writeSeconds);
    }

    /**
     * Reads the limits.
     *
     * @throws Problem which address is wrong
     */
    ClientLimits read(Settings settings) throws Problem {
        return new ClientLimits(
                settings.get(most),
                settings.get(perAddress),
                settings.get(newPerSecond),
                settings.get(idleSeconds),
                settings.get(firstByteSeconds),
                (int) Math.min(Integer.MAX_VALUE, settings.get(mostUnsent) * 1024L),
                settings.get(writeSeconds),
                new AddressFilter(
                        AddressFilter.parseList(settings.get(allowed)), AddressFilter.parseList(settings.get(denied))));
    }

    /** Returns whether any limit is set. */
    public boolean areSet(Settings settings) {
        boolean numbers =
                List.of(most, perAddress, newPerSecond, idleSeconds, firstByteSeconds, mostUnsent, writeSeconds)
                        .stream()
                        .anyMatch(key -> settings.get(key) > 0);
        return numbers
                || !settings.get(allowed).isBlank()
                || !settings.get(denied).isBlank();
    }
}
