package dev.earshot.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of one UDP endpoint: the one that sends everything and receives from everybody; and beside it, on the same
 * port, one for each peer that was called, connected to it, because only of such a socket the system tells that nobody
 * receives there. Any thread.
 */
final class UdpSockets implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(UdpSockets.class);

    /** So many peers at most have a socket of their own. */
    private static final int MOST_CALLED = 256;

    /** Asked for; the system gives what it allows. What comes in faster than it is taken waits here. */
    private static final int RECEIVE_BUFFER = 8 << 20;

    /** Larger than what Linux keeps for an address that does not answer, so that it cannot hold up the others. */
    private static final int SEND_BUFFER = 4 << 20;

    private final boolean six;
    private final boolean shared;
    private final DatagramChannel main;
    private final InetSocketAddress bound;
    private final Selector arrivals;
    private final AtomicInteger called = new AtomicInteger();

    /** @param shared whether other programs may have the port as well, as receivers of one multicast group do */
    UdpSockets(InetSocketAddress address, boolean shared) throws IOException {
        this.six = address.getAddress() instanceof Inet6Address;
        this.shared = shared;
        arrivals = Selector.open();
        DatagramChannel opened = null;
        try {
            opened = DatagramChannel.open(family());
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
            opened.setOption(StandardSocketOptions.SO_BROADCAST, true);
            opened.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            opened.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            opened.bind(address);
            listenTo(opened, null);
            main = opened;
            int port = ((InetSocketAddress) opened.getLocalAddress()).getPort();
            bound = new InetSocketAddress(address.getAddress(), port);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                SystemCalls.close(opened);
            }
            SystemCalls.close(arrivals);
            throw e;
        }
    }

    private ProtocolFamily family() {
        return six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    private void listenTo(DatagramChannel channel, UdpPeer peer) throws IOException {
        channel.configureBlocking(false);
        channel.register(arrivals, SelectionKey.OP_READ, peer);
    }

    DatagramChannel main() {
        return main;
    }

    InetSocketAddress bound() {
        return bound;
    }

    boolean six() {
        return six;
    }

    /** Says which of the sockets has something to be received. */
    Selector arrivals() {
        return arrivals;
    }

    /** Whether such an address can be sent to at all: only from {@code ::} both families can. */
    boolean canReach(InetAddress address) {
        return six == address instanceof Inet6Address
                || six && bound.getAddress().isAnyLocalAddress();
    }

    /** Which of our addresses talks to this one: no datagram says to which of them it was sent. */
    InetAddress localFor(InetAddress remote) {
        if (!bound.getAddress().isAnyLocalAddress()) {
            return bound.getAddress();
        }
        try (DatagramChannel probe = DatagramChannel.open(family())) {
            probe.connect(new InetSocketAddress(remote, bound.getPort())); // asks the routes, sends nothing
            return ((InetSocketAddress) probe.getLocalAddress()).getAddress();
        } catch (IOException | RuntimeException e) {
            log.debug("no route to {}", remote, e);
            return any(remote);
        }
    }

    private static InetAddress any(InetAddress remote) {
        try {
            return InetAddress.getByAddress(new byte[remote.getAddress().length]);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens a socket that is told of errors about this peer, where that can be done. */
    synchronized void watch(UdpPeer peer) {
        InetSocketAddress remote = peer.peer.remote();
        if (peer.ear != null || remote.getAddress().isMulticastAddress() || called.get() >= MOST_CALLED) {
            return;
        }
        DatagramChannel ear = null;
        try {
            ear = DatagramChannel.open(family());
            ear.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            ear.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            // For this moment only: nobody else shall get our port.
            main.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            try {
                ear.bind(bound);
                ear.connect(remote);
            } finally {
                main.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
                ear.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
            }
            called.incrementAndGet();
            peer.ear = ear;
            listenTo(ear, peer);
            arrivals.wakeup();
        } catch (IOException | RuntimeException e) {
            log.debug("no errors will be told of {}", peer.peer, e);
            unwatch(peer, ear);
        }
    }

    /** Closes the peer's own socket, if it has one. */
    synchronized void unwatch(UdpPeer peer) {
        unwatch(peer, peer.ear);
    }

    private void unwatch(UdpPeer peer, DatagramChannel ear) {
        if (ear != null) {
            SystemCalls.close(ear);
        }
        if (peer.ear != null) {
            peer.ear = null;
            called.decrementAndGet();
        }
    }

    /** Closes all of them; from then on nobody gets one. */
    @Override
    public synchronized void close() {
        arrivals.keys().forEach(key -> SystemCalls.close(key.channel()));
        SystemCalls.close(arrivals);
    }
}
