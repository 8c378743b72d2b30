package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP client: one connection at a time to one target, each with a peer of its own. When the connection has ended it
 * closes itself, unless it shall reconnect and the other side or the network ended it. Its methods may be called on any
 * thread, {@link #close} not from within the sink; {@code package-info} names its threads.
 */
public final class TcpClient implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "TCP_CLIENT";

    private static final Logger log = LoggerFactory.getLogger(TcpClient.class);

    private static final int CLOSE_MILLIS = 3_000;

    private final ConnectAddress target;
    private final ConnectOptions options;
    private final SystemCalls machine;
    private final Backoff pauses;
    private final Dialer dialer;
    private final Connections connections;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final BlockingQueue<Event.Left> ended = new LinkedBlockingQueue<>();
    private volatile EventSink sink;
    private volatile InetSocketAddress local;
    private boolean used;

    /** @param peerIds gives each peer its number; asked on any thread */
    public TcpClient(ConnectAddress target, ConnectOptions options, IntSupplier peerIds) {
        this(target, options, peerIds, TimeLimits.STANDARD, SystemCalls.REAL, Backoff.STANDARD);
    }

    TcpClient(
            ConnectAddress target,
            ConnectOptions options,
            IntSupplier peerIds,
            TimeLimits limits,
            SystemCalls machine,
            Backoff pauses) {
        this.target = target;
        this.options = options;
        this.machine = machine;
        this.pauses = pauses;
        dialer = new Dialer(target, options, machine);
        connections = new Connections(peerIds, limits, machine);
    }

    /**
     * Connects, and tells Opened when that has succeeded; or, if it shall reconnect, after the first attempt. {@link
     * #close} ends the waiting.
     *
     * @throws IOException for {@link ConnectAddress#connectFailed}
     */
    @Override
    public void open(EventSink sink) throws IOException {
        synchronized (this) {
            if (used || stop.getCount() == 0) {
                throw new SocketException("opened or closed before");
            }
            used = true;
        }
        Attempt first = attempt();
        if (first.socket() == null && (!options.reconnect() || stop.getCount() == 0)) {
            throw first.failure();
        }
        this.sink = sink;
        start(first);
        try {
            sink.on(new Event.Opened(local, KIND, target.text()));
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

    /** Starts its threads; nothing stays behind if that fails. */
    private synchronized void start(Attempt first) throws IOException {
        try {
            if (stop.getCount() == 0) {
                throw new SocketException("closed");
            }
            connections.open("keep " + target, new Told());
            machine.start(Background.leanThread("connect " + target, () -> stayConnected(first)));
            Socket socket = first.socket();
            local = socket == null ? options.local() : (InetSocketAddress) socket.getLocalSocketAddress();
        } catch (IOException | OutOfMemoryError e) {
            connections.abandon();
            first.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Our side of its first connection; null before it is open. */
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
            Backoff.Growing pause = pauses.new Growing();
            Attempt latest = first;
            while (latest.socket() == null || serve(latest.socket(), pause)) {
                int millis = pause.next();
                tell(latest.failure(), (millis + 500) / 1000);
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

    private void tell(ConnectFailure failure, int seconds) {
        sink.on(
                failure == null
                        ? TcpNote.RECONNECTING.note(seconds)
                        : TcpNote.CONNECT_FAILED.note(failure.problem(), seconds));
    }

    /** Waits for the end of a conversation over this socket; false if there shall be no other one. */
    private boolean serve(Socket socket, Backoff.Growing pause) throws InterruptedException {
        long begun = System.nanoTime();
        connections.adopt(socket, Transport.TCP_OUT, peer -> {});
        if (stop.getCount() == 0) {
            connections.closeAll(); // who said stop may have looked before there was this one
        }
        Reason why = ended.take().why();
        pause.connected(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        boolean endedHere = why == Reason.CLOSED_HERE || why == Reason.RESET_HERE;
        return options.reconnect() && !endedHere && stop.getCount() > 0;
    }

    /** The outcome of one attempt to connect: one of the two is null. */
    private record Attempt(Socket socket, ConnectFailure failure) {
        void close() {
            if (socket != null) {
                SystemCalls.close(socket);
            }
        }
    }

    /** Passes everything on, and learns when the connection has ended. */
    private final class Told implements EventSink {
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
    }
}
