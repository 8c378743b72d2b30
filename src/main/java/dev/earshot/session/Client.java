package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;

/** One client of a session, with live figures. Written by the client's own threads, read by any. */
public final class Client {
    public Peer peer() {
        throw new UnsupportedOperationException();
    }

    /** Whether at least one direction is still open. */
    public boolean present() {
        throw new UnsupportedOperationException();
    }

    /** Whether the client has ended its direction (FIN) and may still read. */
    public boolean finishedSending() {
        throw new UnsupportedOperationException();
    }

    /** Why it left, or null. */
    public Event.Left left() {
        throw new UnsupportedOperationException();
    }

    /** Milliseconds since 1970 at which it joined. */
    public long since() {
        throw new UnsupportedOperationException();
    }

    /** Milliseconds since 1970 at which it was last heard, or left; the time it joined if it never sent. */
    public long lastHeard() {
        throw new UnsupportedOperationException();
    }

    public long bytesIn() {
        throw new UnsupportedOperationException();
    }

    public long bytesOut() {
        throw new UnsupportedOperationException();
    }

    /** Bytes that wait because the client does not read, or 0 while it does. */
    public long stalledBytes() {
        throw new UnsupportedOperationException();
    }
}
