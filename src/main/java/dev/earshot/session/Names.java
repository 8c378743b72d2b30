package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that the user has given to clients. A name belongs to an address without its port, for that is another one the
 * next time. Any thread.
 */
public final class Names {
    /** The most characters of a name. */
    public static final int MOST = 40;

    private static final String KEY = "client.name.";

    private final Map<String, String> byAddress = new ConcurrentHashMap<>();
    private final Clients clients;
    private volatile Settings settings;
    private volatile int changes;

    Names(Clients clients) {
        this.clients = clients;
    }

    /** Takes over the names that are remembered there, and remembers there those that are given from now on. */
    public void keepIn(Settings kept) {
        settings = kept;
        kept.all(KEY).forEach((key, name) -> put(key.substring(KEY.length()), cleaned(name)));
        changed();
    }

    /** The name of what has this address, or empty. It is one line, but may hold what cannot be seen. */
    public String of(InetSocketAddress remote) {
        return byAddress.isEmpty() ? "" : byAddress.getOrDefault(key(remote), "");
    }

    /** The name, invisible characters marked; or empty. */
    public String shown(InetSocketAddress remote) {
        return VisibleText.of(of(remote));
    }

    /**
     * What to call a client: its name, with the port where several clients were at its address at once; or where it has
     * none, its address and port.
     */
    public String label(InetSocketAddress remote) {
        String name = shown(remote);
        if (name.isEmpty()) {
            return Addresses.text(remote);
        }
        return clients.shared(remote.getAddress()) ? name + " :" + remote.getPort() : name;
    }

    /** Gives a name; an empty one takes it away. */
    public void give(InetSocketAddress remote, String typed) {
        String key = key(remote);
        String name = cleaned(typed);
        put(key, name);
        if (settings != null) {
            Settings.Key<String> kept = new Settings.Key<>(KEY + key, "", text -> text);
            if (name.isEmpty()) {
                settings.remove(kept);
            } else {
                settings.put(kept, name);
            }
        }
        changed();
    }

    /** Another number whenever a client may be called otherwise than before. */
    public int version() {
        return byAddress.isEmpty() ? changes : changes + clients.sharings();
    }

    private synchronized void changed() {
        changes++;
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

    private static String cleaned(String typed) {
        String line = typed.replaceAll("\\R", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)).strip();
    }
}
