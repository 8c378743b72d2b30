package dev.earshot.net.udp;

import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Origin;
import dev.earshot.net.OutgoingPiece;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;

/** Sends datagrams to the peers of a UDP endpoint, and ends their conversations. Any thread. */
final class UdpConversations implements Conversations {
    /** The largest datagram over IPv4 in bytes, whose length includes the IP header (RFC 791, RFC 8200). */
    private static final int MOST_OVER_IPV4 = Endpoint.MAX_DATAGRAM - 20;

    private final UdpOutbox outbox;
    private final UdpPeers peers;
    private final Runnable wakeReceiver;

    /** @param wakeReceiver wakes the receiver, which then removes the dismissed peers */
    UdpConversations(UdpOutbox outbox, UdpPeers peers, Runnable wakeReceiver) {
        this.outbox = outbox;
        this.peers = peers;
        this.wakeReceiver = wakeReceiver;
    }

    /** @return false also if the bytes are too many for a datagram, which is reported as a note */
    @Override
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        UdpPeer known = outbox.find(peer);
        if (known != null && bytes.length > most(peer)) {
            outbox.report(UdpNote.TOO_LONG.about(peer, bytes.length, most(peer)));
            return false;
        }
        return known != null && outbox.offer(known, new OutgoingPiece(bytes, origin));
    }

    @Override
    public void checkLength(Peer peer, int bytes) throws Problem {
        if (bytes > most(peer)) {
            String length = Integer.toString(bytes);
            throw new Problem("problem.udp.long", -1, length, Integer.toString(most(peer)));
        }
    }

    private static int most(Peer peer) {
        return Addresses.isIpv4(Addresses.ip(peer.remote())) ? MOST_OVER_IPV4 : Endpoint.MAX_DATAGRAM;
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        UdpPeer known = outbox.find(peer);
        return known != null && outbox.awaitRoom(known, bytes, millis);
    }

    /** Forgets a peer after the queued datagrams. If it sends again, it joins as a new peer. */
    @Override
    public void disconnect(Peer peer) {
        dismiss(peer, false);
    }

    /** Forgets a peer and its queued datagrams. */
    @Override
    public void abort(Peer peer) {
        dismiss(peer, true);
    }

    private void dismiss(Peer peer, boolean discard) {
        peers.dismiss(peer, discard);
        wakeReceiver.run();
    }

    @Override
    public long waitingBytes(Peer peer) {
        UdpPeer known = outbox.find(peer);
        return known == null ? 0 : outbox.waitingBytes(known);
    }
}
