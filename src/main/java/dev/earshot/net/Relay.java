package dev.earshot.net;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * A TCP relay: listens, connects each client to one target, and forwards the bytes in both directions. The client and
 * the target are two peers. Ends are forwarded as they are, FIN as FIN and RST as RST. Its methods may be called on any
 * thread, {@link #close} not from within the sink; {@code package-info} names its threads.
 */
public final class Relay implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "RELAY";

    private final ConnectAddress target;
    private final RelayOptions options;
    private final SystemCalls system;
    private final Connections connections;
    private final TcpServer server;
    private final Map<Integer, RelayLink> links = new ConcurrentHashMap<>();
    private volatile EventSink sink;
    private volatile boolean closing;

    /** Confined to the listen thread. */
    private boolean full;

    /** @param peerIds gives each peer its number; called on any thread */
    public Relay(ListenAddress address, ConnectAddress target, RelayOptions options, IntSupplier peerIds) {
        this(address, target, options, TlsSides.NONE, peerIds);
    }

    /** @param tls which side is encrypted */
    public Relay(
            ListenAddress address, ConnectAddress target, RelayOptions options, TlsSides tls, IntSupplier peerIds) {
        this(address, target, options, TcpLayers.of(tls), ClientLimits.STANDARD, peerIds);
    }

    /**
     * @param layers what changes its connections
     * @param limits protect it from its clients
     */
    public Relay(
            ListenAddress address,
            ConnectAddress target,
            RelayOptions options,
            TcpLayers layers,
            ClientLimits limits,
            IntSupplier peerIds) {
        this(
                address,
                target,
                options,
                peerIds,
                TimeLimits.STANDARD,
                layers.over(SystemCalls.REAL),
                new Admission(limits));
    }

    Relay(
            ListenAddress address,
            ConnectAddress target,
            RelayOptions options,
            IntSupplier peerIds,
            TimeLimits limits,
            SystemCalls system) {
        this(address, target, options, peerIds, limits, system, new Admission(ClientLimits.STANDARD));
    }

    private Relay(
            ListenAddress address,
            ConnectAddress target,
            RelayOptions options,
            IntSupplier peerIds,
            TimeLimits limits,
            SystemCalls system,
            Admission admission) {
        this.target = target;
        this.options = options;
        this.system = system;
        TimeLimits patient =
                new TimeLimits(HalfClose.UNLIMITED, limits.goodbyeMillis(), limits.stallMillis(), limits.idleMillis());
        connections = new Connections(peerIds, patient, system, this::release);
        server = new TcpServer(address, system, connections, admission);
    }

    /** @throws IOException for {@link ListenFailure} */
    @Override
    public void open(EventSink sink) throws IOException {
        this.sink = sink;
        server.open(new RelaySink());
    }

    /** Returns the address that it listens on, with the port that the system assigned; null before it is open. */
    public InetSocketAddress local() {
        return server.local();
    }

    /** Returns the conversations; to end the one of a peer ends that of the other side as well. */
    @Override
    public Conversations conversations() {
        return connections;
    }

    private void release(Peer peer) {
        link(peer, RelayLink::release);
    }

    private void link(Peer peer, Consumer<RelayLink> order) {
        RelayLink link = links.get(peer.id());
        if (link != null) {
            order.accept(link);
        }
    }

    @Override
    public void close() {
        closing = true;
        links.values().forEach(RelayLink::release);
        server.close();
    }

    /** Passes every event on, and then carries it over to the other side. */
    private final class RelaySink implements EventSink {
        @Override
        public void on(Event event) {
            sink.on(asRelayEvent(event));
            if (event instanceof Event.Joined joined && joined.peer().transport() == Transport.TCP_IN) {
                clientJoined(joined.peer());
            } else if (event instanceof Event.Joined joined) {
                link(joined.peer(), link -> targetConnected(link, joined.peer()));
            } else if (event instanceof Event.Received received) {
                link(received.peer(), link -> link.received(received));
            } else if (event instanceof Event.FinishedSending finished) {
                link(finished.peer(), link -> link.finished(finished.peer()));
            } else if (event instanceof Event.Left left) {
                link(left.peer(), link -> link.left(left));
                links.remove(left.peer().id());
            }
        }

        @Override
        public int silenceMillis(Peer peer) {
            return sink.silenceMillis(peer);
        }

        @Override
        public boolean hasPendingAnswer(Peer peer) {
            return sink.hasPendingAnswer(peer);
        }
    }

    private void targetConnected(RelayLink link, Peer upstream) {
        sink.on(RelayNote.RELAYED.about(upstream, link.client().remote()));
        link.connected(upstream);
    }

    private Event asRelayEvent(Event event) {
        if (event instanceof Event.Opened opened) {
            return new Event.Opened(opened.local(), KIND, target.text());
        }
        return event instanceof Event.Closed closed ? new Event.Closed(closed.local(), KIND, target.text()) : event;
    }

    private void clientJoined(Peer client) {
        // The map holds a link for its client, and for the target's peer as soon as that is connected.
        long present = links.values().stream().distinct().count();
        if (present >= options.mostClients()) {
            if (!full) {
                full = true;
                sink.on(RelayNote.RELAY_FULL.about(client, options.mostClients()));
            }
            connections.order(client, TcpConnection::abort);
            return;
        }
        full &= present > options.mostClients() / 2;
        RelayLink link = new RelayLink(client, connections, sink, options, system);
        links.put(client.id(), link);
        if (closing) {
            link.release(); // close() may have run before this link was added
        }
        try {
            system.start(Background.leanThread("relay " + client.id(), () -> connect(link, client)));
        } catch (OutOfMemoryError e) {
            sink.on(TcpNote.CLIENT_REFUSED.about(client, client.remote()));
            connections.order(client, TcpConnection::abort);
        }
    }

    private void connect(RelayLink link, Peer client) {
        try {
            link.connect(new Dialer(target, options.connect(), system), upstream -> links.put(upstream.id(), link));
        } catch (ConnectFailure e) {
            if (e.isCancelled()) {
                return; // the caller that released the link also ends the client
            }
            if (links.containsKey(client.id())) {
                sink.on(TcpNote.CONNECT_FAILED.about(client, e.problem(), 0));
            }
            connections.order(client, TcpConnection::abort);
        }
    }
}
