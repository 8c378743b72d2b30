package dev.earshot.session;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that the user has given to client addresses, shared by all sessions of the program. A name belongs to an
 * address without its port, because a client has another port the next time. Any thread.
 */
public final class ClientNameBook {
    private static final String KEY = "client.name.";

    private final Map<String, String> byAddress = new ConcurrentHashMap<>();
    private final Settings settings;
    private volatile int version;

    /** Makes an empty book that is not saved. */
    ClientNameBook() {
        settings = null;
    }

    /** Reads the names from the settings, and writes new ones there. */
    public ClientNameBook(Settings settings) {
        this.settings = settings;
        settings.all(KEY).forEach((key, name) -> put(key.substring(KEY.length()), ClientNames.cleaned(name)));
    }

    /** Returns the name of the client at this address, or an empty text. */
    String of(SocketAddress remote) {
        return byAddress.isEmpty() ? "" : byAddress.getOrDefault(Addresses.host(remote), "");
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    /** Gives a name to an address; an empty one removes it. */
    synchronized void give(SocketAddress remote, String name) {
        String key = Addresses.host(remote);
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

    /** Returns a number that changes with every change of a name. */
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
}
