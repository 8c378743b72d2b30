package dev.earshot.net.udp;

import dev.earshot.net.SystemCalls;
import dev.earshot.net.address.Addresses;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
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
 * The sockets of one UDP endpoint. The main one sends everything and receives from all peers. Each peer that we have
 * contacted also gets a connected socket on the same port, because the system reports a closed port only to such a
 * socket. Any thread.
 */
final class UdpSockets implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(UdpSockets.class);

    /** The largest number of peers with their own sockets. */
    private static final int MOST_ERROR_CHANNELS = 256;

    /** The requested size of the receive buffer in bytes, in which datagrams wait; the system may give less. */
    private static final int RECEIVE_BUFFER = 8 << 20;

    /** The requested size of the send buffer: larger than Linux's queue for an address that does not answer. */
    private static final int SEND_BUFFER = 4 << 20;

    private final boolean ipv6;
    private final boolean shared;
    private final DatagramChannel main;
    private final InetSocketAddress bound;
    private final Selector selector;
    private final AtomicInteger errorChannels = new AtomicInteger();

    /** @param shared whether other programs may use the same port, as receivers of one multicast group do */
    UdpSockets(InetSocketAddress address, boolean shared) throws IOException {
        this.ipv6 = address.getAddress() instanceof Inet6Address;
        this.shared = shared;
        selector = Selector.open();
        DatagramChannel opened = null;
        try {
            opened = DatagramChannel.open(family());
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
            opened.setOption(StandardSocketOptions.SO_BROADCAST, true);
            opened.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            opened.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            opened.bind(address);
            register(opened, null);
            main = opened;
            int port = ((InetSocketAddress) opened.getLocalAddress()).getPort();
            bound = new InetSocketAddress(address.getAddress(), port);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                SystemCalls.close(opened);
            }
            SystemCalls.close(selector);
            throw e;
        }
    }

    private ProtocolFamily family() {
        return ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    private void register(DatagramChannel channel, UdpPeer peer) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, peer);
    }

    DatagramChannel main() {
        return main;
    }

    InetSocketAddress bound() {
        return bound;
    }

    boolean isIpv6() {
        return ipv6;
    }

    /**
     * Returns the size of the receive buffer that the system gave, in bytes; 0 if it does not tell. Linux gives at most
     * {@code net.core.rmem_max}, and reckons with two to four times the bytes of small datagrams.
     */
    int receiveBuffer() {
        try {
            return main.getOption(StandardSocketOptions.SO_RCVBUF);
        } catch (IOException e) {
            log.debug("no size of the receive buffer", e);
            return 0;
        }
    }

    /** Returns the selector for sockets that can be read. */
    Selector selector() {
        return selector;
    }

    /** Returns whether datagrams can be sent to this address family; {@code ::} can send to both. */
    boolean canReach(InetAddress address) {
        return ipv6 == address instanceof Inet6Address
                || ipv6 && bound.getAddress().isAnyLocalAddress();
    }

    /** Returns the local address from which a peer is reached, because a datagram does not say to which one it came. */
    InetAddress localFor(InetAddress remote) {
        if (!bound.getAddress().isAnyLocalAddress()) {
            return bound.getAddress();
        }
        try (DatagramChannel probe = DatagramChannel.open(family())) {
            probe.connect(new InetSocketAddress(remote, bound.getPort())); // looks at the routes, sends nothing
            return ((InetSocketAddress) probe.getLocalAddress()).getAddress();
        } catch (IOException | RuntimeException e) {
            log.debug("no route to {}", remote, e);
            return wildcardFor(remote);
        }
    }

    private static InetAddress wildcardFor(InetAddress remote) {
        try {
            return InetAddress.getByAddress(new byte[remote.getAddress().length]);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens a connected socket that receives the errors about this peer, if possible. */
    synchronized void watch(UdpPeer peer) {
        SocketAddress remote = peer.peer.remote();
        if (peer.errorChannel != null
                || Addresses.ip(remote).isMulticastAddress()
                || errorChannels.get() >= MOST_ERROR_CHANNELS) {
            return;
        }
        DatagramChannel errorChannel = null;
        try {
            errorChannel = DatagramChannel.open(family());
            errorChannel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            errorChannel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            // Only for this moment: no other program may get our port.
            main.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            try {
                errorChannel.bind(bound);
                errorChannel.connect(remote);
            } finally {
                main.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
                errorChannel.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
            }
            errorChannels.incrementAndGet();
            peer.errorChannel = errorChannel;
            register(errorChannel, peer);
            selector.wakeup();
        } catch (IOException | RuntimeException e) {
            log.debug("no errors will be told of {}", peer.peer, e);
            unwatch(peer, errorChannel);
        }
    }

    /** Closes the peer's own socket, if it has one. */
    synchronized void unwatch(UdpPeer peer) {
        unwatch(peer, peer.errorChannel);
    }

    private void unwatch(UdpPeer peer, DatagramChannel errorChannel) {
        if (errorChannel != null) {
            SystemCalls.close(errorChannel);
        }
        if (peer.errorChannel != null) {
            peer.errorChannel = null;
            errorChannels.decrementAndGet();
            selector.wakeup(); // a selector closes a socket only between two selections
        }
    }

    /** Closes all sockets; no peer gets one from then on. */
    @Override
    public synchronized void close() {
        selector.keys().forEach(key -> SystemCalls.close(key.channel()));
        SystemCalls.close(selector);
    }
}
