package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Addresses;
import java.net.InetSocketAddress;

/** The names under which a session's clients are shown, from a {@link ClientNameBook}. Any thread. */
public final class ClientNames {
    /** The greatest length of a name, in characters. */
    public static final int MOST = 40;

    private final Clients clients;
    private volatile ClientNameBook book = new ClientNameBook();

    ClientNames(Clients clients) {
        this.clients = clients;
    }

    /** Replaces the session's own empty book; before any name is read. */
    public void useBook(ClientNameBook shared) {
        book = shared;
    }

    /** Returns the name of the client at this address, or an empty text. One line, but it may hold invisible characters. */
    public String of(InetSocketAddress remote) {
        return book.of(remote);
    }

    /** Returns the name with its invisible characters made visible, or an empty text. */
    public String visibleName(InetSocketAddress remote) {
        return VisibleText.of(of(remote));
    }

    /**
     * Returns the text that stands for a client: its name, or else its address and port. The port follows the name where
     * several clients were at that address at once.
     */
    public String label(InetSocketAddress remote) {
        String name = visibleName(remote);
        if (name.isEmpty()) {
            return Addresses.text(remote);
        }
        return clients.isShared(remote.getAddress()) ? name + " :" + remote.getPort() : name;
    }

    /** Returns the client for which a relay has opened the connection to this peer; null for any other peer. */
    public InetSocketAddress relayedFor(int peerId) {
        return clients.relayedFor(peerId);
    }

    /** Gives a name to an address; an empty one removes it. */
    public void give(InetSocketAddress remote, String typed) {
        book.give(remote, cleaned(typed));
    }

    /** Returns a number that changes whenever the label of any client may have changed. */
    public int version() {
        int version = book.version() + clients.relayedCount();
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
