package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UDP socket and everybody who talks to it: a peer joins when it sends, or when it is called, and leaves when nothing
 * was heard of it for long. Each datagram is one Received or one Sending. 0.0.0.0 is all of IPv4, {@code ::} both. Its
 * methods may be called on any thread, {@link #close} not from within the sink; {@code package-info} names its threads.
 */
public final class UdpEndpoint implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "UDP";

    private static final Logger log = LoggerFactory.getLogger(UdpEndpoint.class);

    private static final int CLOSE_MILLIS = 3_000;

    private final ListenAddress address;
    private final boolean shared;
    private final SystemCalls machine;
    private final UdpOutbox outbox = new UdpOutbox();
    private final UdpPeers peers;
    private final Conversations conversations;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private UdpReceiver receiver;
    private boolean over;
    private volatile UdpGroups groups;
    private volatile EventSink sink;
    private volatile UdpSockets sockets;

    /**
     * @param shared whether other programs may have the port as well, as receivers of one multicast group do
     * @param peerIds gives each peer its number; asked on any thread
     */
    public UdpEndpoint(ListenAddress address, boolean shared, IntSupplier peerIds) {
        this(address, shared, peerIds, UdpLimits.STANDARD, SystemCalls.REAL);
    }

    UdpEndpoint(ListenAddress address, boolean shared, IntSupplier peerIds, UdpLimits limits, SystemCalls machine) {
        this.address = address;
        this.shared = shared;
        this.machine = machine;
        peers = new UdpPeers(outbox, peerIds, limits);
        conversations = new UdpConversations(outbox, peers, this::wakeReader);
    }

    /** @throws IOException for {@link ListenAddress#listenFailed} */
    @Override
    public void open(EventSink sink) throws IOException {
        start(sink);
        try {
            sink.on(new Event.Opened(sockets.bound(), KIND, ""));
        } finally {
            opened.countDown();
        }
    }

    /** Binds and starts both threads; nothing stays behind if one of the three fails. */
    private synchronized void start(EventSink sink) throws IOException {
        if (receiver != null || over) {
            throw new SocketException("opened or closed before");
        }
        UdpSockets bound = new UdpSockets(address.address(), shared);
        InetSocketAddress local = bound.bound();
        try {
            UdpSender sender = new UdpSender(bound.main(), outbox, sink, bound::close);
            machine.start(Background.leanThread("udp :" + local.getPort() + " write", () -> write(sender)));
            KernelDrops drops = new KernelDrops(local, bound.six());
            UdpReceiver fresh = new UdpReceiver(bound, peers, sink, this::meet, drops);
            machine.start(Background.leanThread("udp :" + local.getPort() + " read", () -> read(fresh, local)));
            this.sink = sink;
            groups = new UdpGroups(bound);
            sockets = bound;
            receiver = fresh;
        } catch (IOException | OutOfMemoryError e) {
            outbox.end(null);
            bound.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private void write(UdpSender sender) {
        sender.run();
        closed.countDown();
    }

    private void read(UdpReceiver receiver, InetSocketAddress local) {
        try {
            opened.await();
            receiver.run();
        } catch (InterruptedException e) {
            log.error("nobody interrupts the reader", e);
        } finally {
            peers.end(new Event.Closed(local, KIND, ""));
        }
    }

    private UdpPeer meet(InetSocketAddress remote) {
        UdpSockets open = sockets;
        return peers.meet(remote, open::localFor, open.bound().getPort(), sink);
    }

    /** Where it is bound, with the port that the system gave; null before it is open. */
    public InetSocketAddress local() {
        UdpSockets open = sockets;
        return open == null ? null : open.bound();
    }

    /**
     * The peer at an address: a computer, everybody (broadcast) or a multicast group. It joins if it is not there; that
     * is told before this returns, so not on the EDT.
     *
     * @throws Problem {@code problem.udp.*} if it cannot be sent to
     */
    public Peer peer(InetSocketAddress remote) throws Problem {
        UdpSockets open = sockets;
        if (open != null && !open.canReach(remote.getAddress())) {
            throw new Problem("problem.udp.family", -1, Addresses.text(remote), Addresses.text(open.bound()));
        }
        if (open != null && open.bound().getAddress().isLoopbackAddress() && isElsewhere(remote.getAddress())) {
            throw new Problem("problem.udp.loopback", -1, Addresses.text(remote), Addresses.text(open.bound()));
        }
        UdpPeer peer = open == null ? null : meet(remote);
        if (peer == null || outbox.ended()) {
            throw new Problem("problem.udp.closed", -1, Addresses.text(remote));
        }
        open.watch(peer);
        return peer.peer;
    }

    private static boolean isElsewhere(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isMulticastAddress();
    }

    /**
     * The peer at the first of a host's addresses that can be sent to, as {@link #peer(InetSocketAddress)} gives it.
     *
     * @param addresses at least one
     * @throws Problem {@code problem.udp.*} if none can be sent to
     */
    public Peer peer(List<InetAddress> addresses, int port) throws Problem {
        UdpSockets open = sockets;
        InetAddress reachable = addresses.get(0);
        for (int i = addresses.size() - 1; open != null && i >= 0; i--) {
            reachable = open.canReach(addresses.get(i)) ? addresses.get(i) : reachable;
        }
        return peer(new InetSocketAddress(reachable, port));
    }

    @Override
    public Conversations conversations() {
        return conversations;
    }

    private void wakeReader() {
        UdpSockets open = sockets;
        if (open != null) {
            open.arrivals().wakeup();
        }
    }

    /**
     * Receives what is sent to a multicast group from now on; told as a note. Not on the EDT, as the three below.
     *
     * @throws Problem {@code problem.udp.*} if that cannot be
     */
    public void join(MulticastGroup group) throws Problem {
        MulticastGroup joined = members().join(group);
        if (joined != null) {
            tell(UdpNote.GROUP_JOINED, joined);
        }
    }

    /** Does not receive it any more; told as a note. */
    public void leave(MulticastGroup group) throws Problem {
        members().leave(group).forEach(left -> tell(UdpNote.GROUP_LEFT, left));
    }

    /** Does not receive any others; told as notes. */
    public void leaveAllBut(List<MulticastGroup> wanted) throws Problem {
        members().leaveAllBut(wanted).forEach(left -> tell(UdpNote.GROUP_LEFT, left));
    }

    /** The groups that it receives from, each with the name of its interface. */
    public List<MulticastGroup> groups() {
        UdpGroups open = groups;
        return open == null || outbox.ended() ? List.of() : open.all();
    }

    /**
     * How datagrams go to multicast groups from now on; joins none.
     *
     * @throws Problem {@code problem.udp.*} if that cannot be
     */
    public void multicast(MulticastOptions options) throws Problem {
        members().route(options);
    }

    private UdpGroups members() throws Problem {
        UdpGroups open = groups;
        if (open == null || outbox.ended()) {
            throw new Problem("problem.udp.shut", -1);
        }
        return open;
    }

    private void tell(UdpNote what, MulticastGroup group) {
        tell(what.note(Addresses.text(group.address()), group.on()));
    }

    /** Tells the sink a note about the endpoint as a whole; does nothing if it is closed. Any thread. */
    public void tell(Event.Note note) {
        outbox.tell(note);
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
            if (receiver == null) {
                return;
            }
        }
        receiver.stop();
        try {
            if (!closed.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                // Its sockets are closed behind that: a selector cannot be, while what it has found is being told.
                log.warn("{} is closed, but its sink has not taken everything yet", address);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
