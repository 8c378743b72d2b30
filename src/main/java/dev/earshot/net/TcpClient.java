package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP client: one connection at a time to one target, each with a new peer. After the end of the connection it closes
 * itself, unless it is to reconnect and the other side or the network ended it. Its methods may be called on any
 * thread, {@link #close} not from within the sink; {@code package-info} names its threads.
 */
public final class TcpClient implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "TCP_CLIENT";

    private static final Logger log = LoggerFactory.getLogger(TcpClient.class);

    private static final int CLOSE_MILLIS = 3_000;

    private final ConnectAddress target;
    private final ConnectOptions options;
    private final SystemCalls system;
    private final Backoff backoff;
    private final Dialer dialer;
    private final Connections connections;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final BlockingQueue<Event.Left> ended = new LinkedBlockingQueue<>();
    private volatile EventSink sink;
    private volatile InetSocketAddress local;
    private boolean opening;

    /** @param peerIds gives each peer its number; asked on any thread */
    public TcpClient(ConnectAddress target, ConnectOptions options, IntSupplier peerIds) {
        this(target, options, TlsSides.NONE, peerIds);
    }

    /** @param tls whether the connections are encrypted */
    public TcpClient(ConnectAddress target, ConnectOptions options, TlsSides tls, IntSupplier peerIds) {
        this(target, options, TcpLayers.of(tls), peerIds);
    }

    /** @param layers what changes its connections */
    public TcpClient(ConnectAddress target, ConnectOptions options, TcpLayers layers, IntSupplier peerIds) {
        this(target, options, peerIds, TimeLimits.STANDARD, layers.over(SystemCalls.REAL), Backoff.STANDARD);
        connections.encryptLaterBy(layers.tls().onDemand());
    }

    TcpClient(
            ConnectAddress target,
            ConnectOptions options,
            IntSupplier peerIds,
            TimeLimits limits,
            SystemCalls system,
            Backoff backoff) {
        this.target = target;
        this.options = options;
        this.system = system;
        this.backoff = backoff;
        dialer = new Dialer(target, options, system);
        connections = new Connections(peerIds, limits, system);
    }

    /**
     * Connects and then reports Opened; if it is to reconnect, also after a first attempt that failed. {@link #close}
     * ends the waiting.
     *
     * @throws IOException for {@link ConnectFailure}
     */
    @Override
    public void open(EventSink sink) throws IOException {
        synchronized (this) {
            if (opening || stop.getCount() == 0) {
                throw new SocketException("opened or closed before");
            }
            opening = true;
        }
        Attempt first = attempt();
        if (first.stream() == null && (!options.reconnect() || stop.getCount() == 0)) {
            throw first.failure();
        }
        this.sink = sink;
        start(first);
        try {
            sink.on(new Event.Opened(local, KIND, target.text()));
            system.opened(sink);
        } finally {
            opened.countDown();
        }
    }

    private Attempt attempt() {
        try {
            return new Attempt(dialer.dial(), null);
        } catch (ConnectFailure e) {
            return new Attempt(null, e);
        }
    }

    /** Starts both threads; undoes everything if that fails. */
    private synchronized void start(Attempt first) throws IOException {
        try {
            if (stop.getCount() == 0) {
                throw new SocketException("closed");
            }
            connections.open("keep " + target, new ClientSink());
            system.start(Background.leanThread("connect " + target, () -> stayConnected(first)));
            TcpStream stream = first.stream();
            local = stream == null
                    ? options.local()
                    : (InetSocketAddress) stream.socket().getLocalSocketAddress();
        } catch (IOException | OutOfMemoryError e) {
            connections.abandon();
            first.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Returns our address of its first connection; null before it is open. */
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public Conversations conversations() {
        return connections;
    }

    @Override
    public void close() {
        stop.countDown();
        dialer.cancel();
        synchronized (this) {
            if (local == null) {
                return;
            }
        }
        connections.closeAll();
        if (!connections.awaitClosed(CLOSE_MILLIS)) {
            log.warn("{} is closed, but its sink has not taken everything yet", target);
        }
    }

    private void stayConnected(Attempt first) {
        try {
            opened.await();
            Backoff.Pauses pauses = backoff.new Pauses();
            Attempt latest = first;
            while (latest.stream() == null || converse(latest.stream(), pauses)) {
                int millis = pauses.next();
                reportAttempt(latest.failure(), (millis + 500) / 1000);
                if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                    return;
                }
                latest = attempt();
                if (stop.getCount() == 0) {
                    latest.close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts the thread that connects", e);
        } finally {
            connections.finish(new Event.Closed(local, KIND, target.text()));
        }
    }

    private void reportAttempt(ConnectFailure failure, int seconds) {
        sink.on(
                failure == null
                        ? TcpNote.RECONNECTING.note(seconds)
                        : TcpNote.CONNECT_FAILED.note(failure.problem(), seconds));
    }

    /** Holds a conversation over this connection until its end; returns false if there is to be no other one. */
    private boolean converse(TcpStream stream, Backoff.Pauses pauses) throws InterruptedException {
        long start = System.nanoTime();
        connections.adopt(stream, Transport.TCP_OUT, peer -> {});
        if (stop.getCount() == 0) {
            connections.closeAll(); // close() may have run before this connection was added
        }
        Reason why = ended.take().why();
        pauses.connected(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        boolean endedHere = why == Reason.CLOSED_HERE || why == Reason.RESET_HERE;
        return options.reconnect() && !endedHere && stop.getCount() > 0;
    }

    /** The result of one attempt to connect: one of the two is null. */
    private record Attempt(TcpStream stream, ConnectFailure failure) {
        void close() {
            if (stream != null) {
                SystemCalls.close(stream);
            }
        }
    }

    /** Passes all events on, and queues the end of each connection for the thread that reconnects. */
    private final class ClientSink implements EventSink {
        @Override
        public void on(Event event) {
            try {
                sink.on(event);
            } finally {
                if (event instanceof Event.Left left) {
                    ended.add(left);
                }
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
}
