package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Links a client of a relay with its connection to the target, in both directions. */
final class RelayLink {
    private final Peer client;
    private final Connections connections;
    private final CompletableFuture<Peer> upstream = new CompletableFuture<>(); // null: not connected
    private final RelayDirection toServer;
    private final RelayDirection toClient;

    /** Guarded by this. */
    private Dialer dialing;

    /** Whether the link has been ended, even if bytes are on their way. Guarded by this. */
    private boolean ended;

    /** Whether the link had been ended before the target was connected. Confined to the thread that connects. */
    private boolean endedBeforeConnected;

    RelayLink(Peer client, Connections connections, EventSink sink, RelayOptions options, SystemCalls system) {
        this.client = client;
        this.connections = connections;
        String name = "relay " + client.id();
        toServer = new RelayDirection(name + " >", system, connections, sink, options.toServer(), this::cut);
        toClient = new RelayDirection(name + " <", system, connections, sink, options.toClient(), this::cut);
    }

    Peer client() {
        return client;
    }

    /**
     * Connects to the target; blocks.
     *
     * @param before receives the target's peer before any event about it is reported
     */
    void connect(Dialer dialer, Consumer<Peer> before) throws ConnectFailure {
        try {
            synchronized (this) {
                if (ended) {
                    return;
                }
                dialing = dialer;
            }
            TcpStream stream = dialer.dial();
            connections.adopt(stream, Transport.TCP_OUT, before);
            if (endedBeforeConnected) {
                connections.order(upstream.join(), TcpConnection::disconnect); // nothing has been forwarded yet
            }
        } finally {
            upstream.complete(null);
        }
    }

    /** Ends all waiting for the target and for room. Any thread, does not block. */
    void release() {
        synchronized (this) {
            ended = true;
            if (dialing != null) {
                dialing.cancel();
            }
        }
        toServer.close();
        toClient.close();
    }

    /** Reports that the target's peer has joined. Later releases find that peer by themselves. */
    synchronized void connected(Peer peer) {
        endedBeforeConnected = ended;
        upstream.complete(peer);
    }

    /** Forwards received bytes. Runs on the reader of the sending side and blocks while the other side has no room. */
    void received(Event.Received event) {
        byte[] bytes = Arrays.copyOfRange(event.buffer(), event.offset(), event.offset() + event.length());
        Peer to = otherSide(event.peer());
        if (to != null) {
            directionFrom(event.peer()).forward(event.peer(), to, bytes);
        }
    }

    void finished(Peer peer) {
        Peer to = otherSide(peer);
        if (to != null) {
            directionFrom(peer).finish(to);
        }
    }

    private RelayDirection directionFrom(Peer from) {
        return from.equals(client) ? toServer : toClient;
    }

    /** Returns the peer on the other side; waits for the connection to the target, and is null if that failed. */
    private Peer otherSide(Peer peer) {
        if (!peer.equals(client)) {
            return client;
        }
        try {
            return upstream.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends both conversations after the bytes that were forwarded. */
    private void cut() {
        connections.order(client, TcpConnection::disconnect);
        Peer other = upstream.getNow(null);
        if (other != null) {
            connections.order(other, TcpConnection::disconnect);
        }
    }

    /** Ends the other side in the same way as the side that has left. Does not block. */
    void left(Event.Left event) {
        boolean closed = event.why() == Reason.CLOSED_BY_PEER;
        if (!closed) {
            release();
        }
        Peer other = event.peer().equals(client) ? upstream.getNow(null) : client;
        if (closed) {
            directionFrom(other == null ? client : other).close(); // its receiver has left
        } else if (other != null && event.why() == Reason.CLOSED_HERE) {
            connections.order(other, TcpConnection::disconnect);
        } else if (other != null && event.why() == Reason.RESET_HERE) {
            connections.order(other, TcpConnection::abort);
        } else if (other != null) {
            connections.order(other, TcpConnection::reset); // bytes from before the reset are still delivered
        }
    }
}
