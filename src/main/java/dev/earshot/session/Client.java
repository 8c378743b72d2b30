package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;

/**
 * A client of a session, with live figures. Each figure is written by one of the client's own threads and read by any.
 */
public final class Client {
    private final Peer peer;
    private final long joinedAt;
    private volatile long lastHeardAt;
    private volatile long bytesIn;
    private volatile long bytesOut;
    private volatile long stalledBytes;
    private volatile boolean finishedSending;
    private volatile boolean finishedHere;
    private volatile Client relayPartner;
    private volatile boolean unreachable;
    private volatile String tls = "";
    private volatile Event.Left left;
    private volatile int latestPeerThen = -1; // the highest id of a peer that had joined when its stream ended

    // The state of Traffic, confined to its thread. It is here and not in a map for the sake of thousands of clients.
    Traffic.Count measured = Traffic.Count.NONE;
    RateHistory lastMinute;
    Traffic.Baseline baseline;

    /** @param joinedAt when it joined, in milliseconds since 1970-01-01 UTC */
    Client(Peer peer, long joinedAt) {
        this.peer = peer;
        this.joinedAt = joinedAt;
        this.lastHeardAt = joinedAt;
    }

    /** Returns a client that is in no session, for painting one that does not exist. */
    public static Client unconnected(Peer peer) {
        return new Client(peer, System.currentTimeMillis());
    }

    /** The peer that events and commands name. */
    public Peer peer() {
        return peer;
    }

    /** Whether at least one direction is still open. */
    public boolean isPresent() {
        return left == null;
    }

    /** Whether the client has ended its direction (FIN) and may still receive. */
    public boolean hasFinishedSending() {
        return finishedSending;
    }

    /** Whether we have ended our direction (FIN) and still receive. */
    public boolean isFinishedHere() {
        return finishedHere;
    }

    /**
     * The peer at the other end of a relay: the server of a client, or the client of a server; null without a relay.
     */
    public Client relayPartner() {
        return relayPartner;
    }

    /** Whether the system has reported that nothing receives on its port (UDP), and nothing has come from it since. */
    public boolean isUnreachable() {
        return unreachable;
    }

    /**
     * The session of TLS that was agreed on with it, such as {@code TLS 1.3, TLS_AES_256_GCM_SHA384}; empty if it is
     * not encrypted.
     */
    public String tls() {
        return tls;
    }

    /** The event with which it left, or null while it is present. */
    public Event.Left left() {
        return left;
    }

    /** The time at which it joined, in milliseconds since 1970-01-01 UTC. */
    public long joinedAt() {
        return joinedAt;
    }

    /** The time at which it last sent something, left, or else joined. Milliseconds since 1970-01-01 UTC. */
    public long lastHeardAt() {
        return lastHeardAt;
    }

    /** The bytes received from it since it joined. */
    public long bytesIn() {
        return bytesIn;
    }

    /** The bytes sent to it since it joined. */
    public long bytesOut() {
        return bytesOut;
    }

    /** The bytes that wait because the client does not read, or 0 while it reads. */
    public long stalledBytes() {
        return stalledBytes;
    }

    /** Counts bytes received at this time, in milliseconds since 1970-01-01 UTC. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the client's reader
    void addReceived(int bytes, long millis) {
        unreachable = false;
        bytesIn += bytes;
        lastHeardAt = millis;
    }

    /** Counts sent bytes. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the client's writer
    void addSent(int bytes) {
        bytesOut += bytes;
    }

    /** @param latestPeer the highest id of a peer that has joined so far */
    void markFinishedSending(int latestPeer) {
        latestPeerThen = latestPeer;
        finishedSending = true;
    }

    void markUnreachable() {
        unreachable = true;
    }

    void setTls(String agreed) {
        tls = agreed;
    }

    void markFinishedHere() {
        finishedHere = true;
    }

    /** Connects this client of a relay with the relay's server, in both directions. */
    void setRelayPartner(Client server) {
        relayPartner = server;
        server.relayPartner = this;
    }

    void setStalledBytes(long bytes) {
        stalledBytes = bytes;
    }

    /** Whether the client has left or finished sending. */
    boolean hasEnded() {
        return latestPeerThen >= 0;
    }

    /** Whether this client's stream ended, because it left or finished sending, before another one joined. */
    boolean endedBefore(Client other) {
        return latestPeerThen >= 0 && other.peer.id() > latestPeerThen;
    }

    /**
     * Marks the client as left.
     *
     * @param millis the time, in milliseconds since 1970-01-01 UTC
     * @param latestPeer the highest id of a peer that has joined so far
     */
    void markLeft(Event.Left event, long millis, int latestPeer) {
        latestPeerThen = finishedSending ? latestPeerThen : latestPeer;
        lastHeardAt = millis;
        stalledBytes = 0;
        left = event;
    }
}
