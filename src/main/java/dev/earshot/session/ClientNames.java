package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Addresses;
import java.net.InetSocketAddress;

/** What a session's clients are called: as they stand in a {@link ClientNameBook}, or else by their address. Any thread. */
public final class ClientNames {
    /** The most characters of a name. */
    public static final int MOST = 40;

    private final Clients clients;
    private volatile ClientNameBook book = new ClientNameBook();

    ClientNames(Clients clients) {
        this.clients = clients;
    }

    /** Takes the names from this book, and writes there those that are given; before anybody asks for one. */
    public void useBook(ClientNameBook kept) {
        book = kept;
    }

    /** The name of what has this address, or empty. It is one line, but may hold what cannot be seen. */
    public String of(InetSocketAddress remote) {
        return book.of(remote);
    }

    /** The name, invisible characters marked; or empty. */
    public String visibleName(InetSocketAddress remote) {
        return VisibleText.of(of(remote));
    }

    /**
     * What to call a client: its name, with the port where several clients were at its address at once; or where it has
     * none, its address and port.
     */
    public String label(InetSocketAddress remote) {
        String name = visibleName(remote);
        if (name.isEmpty()) {
            return Addresses.text(remote);
        }
        return clients.isShared(remote.getAddress()) ? name + " :" + remote.getPort() : name;
    }

    /** For which client a relay has the connection to the peer of this number; null of any other peer. */
    public InetSocketAddress relayedFor(int peerId) {
        return clients.relayedFor(peerId);
    }

    /** Gives a name; an empty one takes it away. */
    public void give(InetSocketAddress remote, String typed) {
        book.give(remote, cleaned(typed));
    }

    /** Another number whenever a client may be called otherwise than before. */
    public int version() {
        int version = book.version() + clients.relayedCount();
        return book.isEmpty() ? version : version + clients.sharedAddressCount();
    }

    /** What was typed as a name that can be given: one line, not too long, without blanks around it. */
    public static String cleaned(String typed) {
        String line = typed.replaceAll("\\R", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)).strip();
    }
}
