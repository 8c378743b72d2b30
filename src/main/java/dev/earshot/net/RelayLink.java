package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A client of a relay, its conversation with the target, and the two ways between them. */
final class RelayLink {
    private final Peer client;
    private final Connections connections;
    private final CompletableFuture<Peer> upstream = new CompletableFuture<>(); // null: there is none
    private final RelayDirection toServer;
    private final RelayDirection toClient;

    /** Guarded by this. */
    private Dialer dialing;

    /** It is over, whatever is on its way. Guarded by this. */
    private boolean released;

    /** It was over before there was a connection. Confined to the thread that connects. */
    private boolean tooLate;

    RelayLink(Peer client, Connections connections, EventSink sink, RelayOptions options, SystemCalls machine) {
        this.client = client;
        this.connections = connections;
        String name = "relay " + client.id();
        toServer = new RelayDirection(name + " >", machine, connections, sink, options.toServer(), this::cut);
        toClient = new RelayDirection(name + " <", machine, connections, sink, options.toClient(), this::cut);
    }

    Peer client() {
        return client;
    }

    /**
     * Connects to the target; blocks.
     *
     * @param before learns who the other side is before anything is told of it
     */
    void connect(Dialer dialer, Consumer<Peer> before) throws ConnectFailure {
        try {
            synchronized (this) {
                if (released) {
                    return;
                }
                dialing = dialer;
            }
            Socket socket = dialer.dial();
            connections.adopt(socket, Transport.TCP_OUT, before);
            if (tooLate) {
                connections.order(
                        upstream.join(), TcpConnection::disconnect); // nothing was passed on that could be taken back
            }
        } finally {
            upstream.complete(null);
        }
    }

    /** Lets nobody wait any more: neither for the target nor for room. Any thread, does not block. */
    void release() {
        synchronized (this) {
            released = true;
            if (dialing != null) {
                dialing.cancel();
            }
        }
        toServer.close();
        toClient.close();
    }

    /** The other side has joined: only now may anything be told of it. Whoever releases from now on finds it by itself. */
    synchronized void connected(Peer peer) {
        tooLate = released;
        upstream.complete(peer);
    }

    /** On the reader of the one, who is held up as long as the other has no room. */
    void received(Event.Received event) {
        byte[] bytes = Arrays.copyOfRange(event.buffer(), event.offset(), event.offset() + event.length());
        Peer to = otherSide(event.peer());
        if (to != null) {
            way(event.peer()).pass(event.peer(), to, bytes);
        }
    }

    void finished(Peer peer) {
        Peer to = otherSide(peer);
        if (to != null) {
            way(peer).finish(to);
        }
    }

    private RelayDirection way(Peer from) {
        return from.equals(client) ? toServer : toClient;
    }

    /** Waits for the connection to the target; null if there is none. */
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

    /** What was passed on arrives, and then both see the end. */
    private void cut() {
        connections.order(client, TcpConnection::disconnect);
        Peer other = upstream.getNow(null);
        if (other != null) {
            connections.order(other, TcpConnection::disconnect);
        }
    }

    /** One side has left: the other one sees the same. Does not block. */
    void left(Event.Left event) {
        boolean closed = event.why() == Reason.CLOSED_BY_PEER;
        if (!closed) {
            release();
        }
        Peer other = event.peer().equals(client) ? upstream.getNow(null) : client;
        if (closed) {
            way(other == null ? client : other).close(); // nobody is there whom it could lead to
        } else if (other != null && event.why() == Reason.CLOSED_HERE) {
            connections.order(other, TcpConnection::disconnect);
        } else if (other != null && event.why() == Reason.RESET_HERE) {
            connections.order(other, TcpConnection::abort);
        } else if (other != null) {
            connections.order(other, TcpConnection::reset); // what came before the reset has come
        }
    }
}
