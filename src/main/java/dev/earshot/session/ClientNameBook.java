package dev.earshot.session;

import dev.earshot.net.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that the user has given to addresses, the same in all sessions that use the book. A name belongs to an
 * address without its port, for that is another one the next time. Any thread.
 */
public final class ClientNameBook {
    private static final String KEY = "client.name.";

    private final Map<String, String> byAddress = new ConcurrentHashMap<>();
    private final Settings settings;
    private volatile int version;

    /** A book that is forgotten with whoever has it. */
    ClientNameBook() {
        settings = null;
    }

    /** The names that are remembered there; those that are given from now on will be as well. */
    public ClientNameBook(Settings settings) {
        this.settings = settings;
        settings.all(KEY).forEach((key, name) -> put(key.substring(KEY.length()), ClientNames.cleaned(name)));
    }

    /** The name of what has this address, or empty. */
    String of(InetSocketAddress remote) {
        return byAddress.isEmpty() ? "" : byAddress.getOrDefault(key(remote), "");
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    /** Gives a name; an empty one takes it away. */
    synchronized void give(InetSocketAddress remote, String name) {
        String key = key(remote);
        put(key, name);
        if (settings != null) {
            SettingKey<String> kept = new SettingKey<>(KEY + key, "", text -> text);
            if (name.isEmpty()) {
                settings.remove(kept);
            } else {
                settings.put(kept, name);
            }
        }
        version++;
    }

    /** Another number whenever a name was given. */
    int version() {
        return version;
    }

    private void put(String key, String name) {
        if (name.isEmpty()) {
            byAddress.remove(key);
        } else {
            byAddress.put(key, name);
        }
    }

    private static String key(InetSocketAddress remote) {
        InetAddress ip = remote.getAddress();
        return ip == null ? remote.getHostString() : Addresses.text(ip);
    }
}
