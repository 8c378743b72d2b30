package dev.earshot.net.udp;

import dev.earshot.codec.Problem;
import dev.earshot.net.AddressWatch;
import dev.earshot.net.Background;
import dev.earshot.net.Conversations;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.Peer;
import dev.earshot.net.SystemCalls;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ListenAddress;
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
 * A UDP endpoint: one local address and the peers that exchange datagrams with it. A peer joins with its first datagram
 * in either direction and leaves after a long time without any. Each datagram is one Received or one Sending. 0.0.0.0
 * receives all of IPv4, {@code ::} both families. Its methods may be called on any thread, {@link #close} not from
 * within the sink; {@code package-info} names its threads.
 */
public final class UdpEndpoint implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "UDP";

    private static final Logger log = LoggerFactory.getLogger(UdpEndpoint.class);

    private static final int CLOSE_MILLIS = 3_000;

    private final ListenAddress address;
    private final boolean shared;
    private final SystemCalls system;
    private final UdpOutbox outbox = new UdpOutbox();
    private final UdpPeers peers;
    private final Conversations conversations;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private UdpReceiver receiver;
    private boolean closing;
    private volatile UdpGroups groups;
    private volatile EventSink sink;
    private volatile UdpSockets sockets;

    /**
     * @param shared whether other programs may use the same port, as receivers of one multicast group do
     * @param peerIds gives each peer its number; called on any thread
     */
    public UdpEndpoint(ListenAddress address, boolean shared, IntSupplier peerIds) {
        this(address, shared, peerIds, UdpLimits.STANDARD, SystemCalls.REAL);
    }

    UdpEndpoint(ListenAddress address, boolean shared, IntSupplier peerIds, UdpLimits limits, SystemCalls system) {
        this.address = address;
        this.shared = shared;
        this.system = system;
        peers = new UdpPeers(outbox, peerIds, limits);
        conversations = new UdpConversations(outbox, peers, this::wakeReceiver);
    }

    /** @throws IOException for {@link ListenFailure} */
    @Override
    public void open(EventSink sink) throws IOException {
        start(sink);
        try {
            sink.on(new Event.Opened(sockets.bound(), KIND, ""));
        } finally {
            opened.countDown();
        }
    }

    /** Binds the socket and starts the three threads; undoes everything if one of the four fails. */
    private synchronized void start(EventSink sink) throws IOException {
        if (receiver != null || closing) {
            throw new SocketException("opened or closed before");
        }
        UdpSockets bound = new UdpSockets(address.address(), shared);
        InetSocketAddress local = bound.bound();
        try {
            UdpSender sender = new UdpSender(bound.main(), outbox, sink, bound::close);
            system.start(Background.leanThread("udp :" + local.getPort() + " write", () -> write(sender)));
            KernelDrops drops = new KernelDrops(local, bound.isIpv6());
            UdpReceiver created = new UdpReceiver(bound, peers, sink, this::peerAt, drops, addressWatch(local, sink));
            system.start(Background.leanThread("udp :" + local.getPort() + " report", () -> report(created, local)));
            // Last: if the system has no thread for it, the other two wait for nothing that comes.
            system.start(Background.leanThread("udp :" + local.getPort() + " read", created.intake()::run));
            this.sink = sink;
            groups = new UdpGroups(bound);
            sockets = bound;
            receiver = created;
        } catch (IOException | OutOfMemoryError e) {
            outbox.end(null);
            bound.close();
            opened.countDown();
            throw new IOException(e.getMessage(), e);
        }
    }

    private Runnable addressWatch(InetSocketAddress local, EventSink sink) {
        return AddressWatch.isNeeded(local.getAddress(), system)
                ? new AddressWatch(local, system, sink::on)::look
                : () -> {};
    }

    private void write(UdpSender sender) {
        sender.run();
        closed.countDown();
    }

    private void report(UdpReceiver receiver, InetSocketAddress local) {
        try {
            opened.await();
            if (sockets == null) {
                return; // it could not be opened
            }
            receiver.run();
        } catch (InterruptedException e) {
            log.error("nobody interrupts this thread", e);
        }
        peers.end(new Event.Closed(local, KIND, ""));
    }

    private UdpPeer peerAt(InetSocketAddress remote) {
        UdpSockets open = sockets;
        return peers.findOrJoin(remote, open::localFor, open.bound().getPort(), sink);
    }

    /** Returns the address that it is bound to, with the port that the system assigned; null before it is open. */
    public InetSocketAddress local() {
        UdpSockets open = sockets;
        return open == null ? null : open.bound();
    }

    /**
     * Returns the peer at an address: a computer, a broadcast address or a multicast group. A new peer joins, which is
     * reported before this returns, so not on the EDT.
     *
     * @throws Problem {@code problem.udp.*} if nothing can be sent to this address
     */
    public Peer addPeer(InetSocketAddress remote) throws Problem {
        UdpSockets open = sockets;
        if (open != null && !open.canReach(remote.getAddress())) {
            throw new Problem("problem.udp.family", -1, Addresses.text(remote), Addresses.text(open.bound()));
        }
        if (open != null && open.bound().getAddress().isLoopbackAddress() && isElsewhere(remote.getAddress())) {
            throw new Problem("problem.udp.loopback", -1, Addresses.text(remote), Addresses.text(open.bound()));
        }
        UdpPeer peer = open == null ? null : peerAt(remote);
        if (peer == null || outbox.isEnded()) {
            throw new Problem("problem.udp.closed", -1, Addresses.text(remote));
        }
        open.watch(peer);
        return peer.peer;
    }

    private static boolean isElsewhere(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isMulticastAddress();
    }

    /**
     * Returns the peer at the first of a host's addresses that can be sent to; see {@link #addPeer(InetSocketAddress)}.
     *
     * @param addresses at least one
     * @throws Problem {@code problem.udp.*} if none can be sent to
     */
    public Peer addPeer(List<InetAddress> addresses, int port) throws Problem {
        UdpSockets open = sockets;
        InetAddress reachable = addresses.get(0);
        for (int i = addresses.size() - 1; open != null && i >= 0; i--) {
            reachable = open.canReach(addresses.get(i)) ? addresses.get(i) : reachable;
        }
        return addPeer(new InetSocketAddress(reachable, port));
    }

    @Override
    public Conversations conversations() {
        return conversations;
    }

    private synchronized void wakeReceiver() {
        if (receiver != null) {
            receiver.wake();
        }
    }

    /**
     * Returns the size of the buffer in which the system keeps datagrams until they are taken, in bytes; 0 if unknown.
     */
    public int receiveBuffer() {
        UdpSockets open = sockets;
        return open == null || outbox.isEnded() ? 0 : open.receiveBuffer();
    }

    /**
     * Receives from a multicast group from now on; reported as a note. Not on the EDT, like all methods about groups.
     *
     * @throws Problem {@code problem.udp.*} if the group cannot be joined
     */
    public void join(MulticastGroup group) throws Problem {
        MulticastGroup joined = openGroups().join(group);
        if (joined != null) {
            report(UdpNote.GROUP_JOINED, joined);
        }
    }

    /** Stops receiving from a multicast group; reported as a note. */
    public void leave(MulticastGroup group) throws Problem {
        openGroups().leave(group).forEach(left -> report(UdpNote.GROUP_LEFT, left));
    }

    /** Stops receiving from all multicast groups but these; reported as notes. */
    public void leaveAllBut(List<MulticastGroup> wanted) throws Problem {
        openGroups().leaveAllBut(wanted).forEach(left -> report(UdpNote.GROUP_LEFT, left));
    }

    /** Returns the multicast groups that it receives from, each with the name of its interface. */
    public List<MulticastGroup> groups() {
        UdpGroups open = groups;
        return open == null || outbox.isEnded() ? List.of() : open.all();
    }

    /**
     * Sets how datagrams are sent to multicast groups from now on; joins no group.
     *
     * @throws Problem {@code problem.udp.*} if the system refuses an option
     */
    public void setMulticast(MulticastOptions options) throws Problem {
        openGroups().apply(options);
    }

    private UdpGroups openGroups() throws Problem {
        UdpGroups open = groups;
        if (open == null || outbox.isEnded()) {
            throw new Problem("problem.udp.shut", -1);
        }
        return open;
    }

    private void report(UdpNote kind, MulticastGroup group) {
        report(kind.note(Addresses.text(group.address()), group.interfaceName()));
    }

    /** Reports a note about the endpoint as a whole; does nothing if it is closed. Any thread. */
    public void report(Event.Note note) {
        outbox.report(note);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            if (receiver == null) {
                return;
            }
        }
        receiver.stop();
        try {
            if (!closed.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                // The writer closes the sockets later: a selector cannot be closed while its handler reports events.
                log.warn("{} is closed, but its sink has not taken everything yet", address);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
