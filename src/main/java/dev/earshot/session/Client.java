package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;

/**
 * One client of a session, with live figures. Each figure is written by one of the client's own threads and read by any.
 */
public final class Client {
    private final Peer peer;
    private final long since;
    private volatile long lastHeard;
    private volatile long bytesIn;
    private volatile long bytesOut;
    private volatile long stalledBytes;
    private volatile boolean finishedSending;
    private volatile boolean finishedHere;
    private volatile Client other;
    private volatile boolean unreachable;
    private volatile Event.Left left;

    // Kept here and not in a map for the sake of thousands of clients. Confined to whoever measures.
    Traffic.Count seen = Traffic.Count.NONE;
    RateHistory minute;
    Traffic.Zero zero;

    Client(Peer peer, long since) {
        this.peer = peer;
        this.since = since;
        this.lastHeard = since;
    }

    public Peer peer() {
        return peer;
    }

    /** Whether at least one direction is still open. */
    public boolean isPresent() {
        return left == null;
    }

    /** Whether the client has ended its direction (FIN) and may still read. */
    public boolean hasFinishedSending() {
        return finishedSending;
    }

    /** Whether we have ended our direction (FIN) and still read. */
    public boolean isFinishedHere() {
        return finishedHere;
    }

    /** With whom a relay connects it: of a client the server, of a server the client; else null. */
    public Client relayPartner() {
        return other;
    }

    /** Whether the system has said that nothing receives on its port (UDP), and nothing has come from it since. */
    public boolean isUnreachable() {
        return unreachable;
    }

    /** Why it left, or null. */
    public Event.Left left() {
        return left;
    }

    /** When it joined, in milliseconds since 1970-01-01 UTC. */
    public long joinedAt() {
        return since;
    }

    /** When it was last heard, or left; when it joined, if it never sent. Milliseconds since 1970-01-01 UTC. */
    public long lastHeardAt() {
        return lastHeard;
    }

    public long bytesIn() {
        return bytesIn;
    }

    public long bytesOut() {
        return bytesOut;
    }

    /** Bytes that wait because the client does not read, or 0 while it does. */
    public long stalledBytes() {
        return stalledBytes;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the client's reader
    void addReceived(int bytes, long millis) {
        unreachable = false;
        bytesIn += bytes;
        lastHeard = millis;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the client's writer
    void addSent(int bytes) {
        bytesOut += bytes;
    }

    void markFinishedSending() {
        finishedSending = true;
    }

    void markUnreachable() {
        unreachable = true;
    }

    void markFinishedHere() {
        finishedHere = true;
    }

    void setRelayPartner(Client server) {
        other = server;
        server.other = this;
    }

    void setStalledBytes(long bytes) {
        stalledBytes = bytes;
    }

    void markLeft(Event.Left event, long millis) {
        lastHeard = millis;
        stalledBytes = 0;
        left = event;
    }
}
