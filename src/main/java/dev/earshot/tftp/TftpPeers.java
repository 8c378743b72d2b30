package dev.earshot.tftp;

import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Reports the packets of a transfer as events; each remote address is a peer. Confined to one thread. */
final class TftpPeers {
    private final EventSink sink;
    private final IntSupplier ids;
    private final InetSocketAddress local;
    private final String target;
    private final Map<InetSocketAddress, Peer> peers = new LinkedHashMap<>();

    /**
     * Reports that the socket is open.
     *
     * @param ids gives each peer its number
     * @param target see {@link FileRequest#target}
     */
    TftpPeers(EventSink sink, IntSupplier ids, InetSocketAddress local, String target) {
        this.sink = sink;
        this.ids = ids;
        this.local = local;
        this.target = target;
        sink.on(new Event.Opened(local, FileTransfer.KIND, target));
    }

    void sending(InetSocketAddress to, byte[] packet) {
        sink.on(new Event.Sending(peer(to), packet, 0, packet.length, true));
    }

    void received(InetSocketAddress from, byte[] buffer, int length, long blockedNanos) {
        sink.on(new Event.Received(peer(from), buffer, 0, length, blockedNanos));
    }

    /** Reports that all peers have left and that the socket is closed. */
    void end() {
        peers.values().forEach(peer -> sink.on(new Event.Left(peer, Event.Reason.CLOSED_HERE, 0, "")));
        sink.on(new Event.Closed(local, FileTransfer.KIND, target));
    }

    private Peer peer(InetSocketAddress remote) {
        Peer known = peers.get(remote);
        if (known == null) {
            known = new Peer(ids.getAsInt(), local, remote, Transport.TFTP);
            peers.put(remote, known);
            sink.on(new Event.Joined(known));
        }
        return known;
    }
}
