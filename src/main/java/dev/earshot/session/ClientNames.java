package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names under which a session's clients are shown. A name is that of a single client, an address and a port of this
 * session, or that of all clients at an address, from a {@link ClientNameBook}. Any thread.
 */
public final class ClientNames {
    /** The greatest length of a name, in characters. */
    public static final int MOST = 40;

    private final Clients clients;
    private final Map<SocketAddress, String> single = new ConcurrentHashMap<>();
    private volatile ClientNameBook book = new ClientNameBook();
    private volatile int singleVersion;

    ClientNames(Clients clients) {
        this.clients = clients;
    }

    /** Replaces the session's own empty book; before any name is read. */
    public void useBook(ClientNameBook shared) {
        book = shared;
    }

    /**
     * Returns the name of the client at this address, or an empty text. One line, but it may hold invisible characters.
     */
    public String of(SocketAddress remote) {
        String own = single.isEmpty() ? null : single.get(remote);
        return own == null ? book.of(remote) : own;
    }

    /** Whether the name of the client at this address and port is its own, rather than that of all at its address. */
    public boolean isOfOneClient(SocketAddress remote) {
        return single.containsKey(remote);
    }

    /** Whether two or more clients were ever at this address, whatever their ports, at the same time. */
    public boolean isShared(SocketAddress remote) {
        return clients.isShared(Addresses.host(remote));
    }

    /** Returns the name with its invisible characters made visible, or an empty text. */
    public String visibleName(SocketAddress remote) {
        return VisibleText.of(of(remote));
    }

    /**
     * Returns the text that stands for a client: its name, or else its address and port. The port follows the name
     * where several clients were at that address at once.
     */
    public String label(SocketAddress remote) {
        String name = visibleName(remote);
        if (name.isEmpty()) {
            return Addresses.text(remote);
        }
        return !isOfOneClient(remote) && isShared(remote) ? name + " :" + Addresses.port(remote) : name;
    }

    /** Returns the client for which a relay has opened the connection to this peer; null for any other peer. */
    public SocketAddress relayedFor(int peerId) {
        return clients.relayedFor(peerId);
    }

    /** Gives a name to all clients at an address, also in later sessions; an empty one removes it. */
    public void give(SocketAddress remote, String typed) {
        giveOne(remote, "");
        book.give(remote, cleaned(typed));
    }

    /** Gives a name to the one client at this address and port, in this session; an empty one removes it. */
    public synchronized void giveOne(SocketAddress remote, String typed) {
        String name = cleaned(typed);
        if (name.isEmpty()) {
            single.remove(remote);
        } else {
            single.put(remote, name);
        }
        singleVersion++;
    }

    /** Returns a number that changes whenever the label of any client may have changed. */
    public int version() {
        int version = book.version() + singleVersion + clients.relayedCount();
        return book.isEmpty() ? version : version + clients.sharedAddressCount();
    }

    /** Turns typed text into a valid name: one line, not too long, without blanks around it. */
    public static String cleaned(String typed) {
        String line = typed.replaceAll("\\R", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)).strip();
    }
}
