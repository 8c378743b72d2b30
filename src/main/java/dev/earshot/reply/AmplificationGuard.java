package dev.earshot.reply;

import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.GroupAddresses;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Keeps automatic UDP answers from being abused to flood a third computer. The sender address of a datagram can be
 * forged, and the owner of that address then gets the answers. So a peer automatically gets neither more bytes nor more
 * datagrams than came from it, unless the user has vouched for it: by connecting to it, by sending to it, by selecting
 * it in {@link Behaviour#onlyPeers}, or by lifting the limit for everybody. Trusted addresses, such as those of this
 * computer, have no limit. A group or broadcast address gets no automatic messages at all. Any thread.
 */
final class AmplificationGuard {
    /** The most credit that a peer can save for later answers. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_DATAGRAMS = 1_000;
    private static final int CHECK_MILLIS = 1_000;

    private final Predicate<InetAddress> trusted;
    private final ReplyScheduler scheduler;
    private volatile Behaviour behaviour = Behaviour.NONE;

    /** Counts the bytes and datagrams that a peer may still be sent. Guarded by itself. */
    static final class Credit {
        private int bytes;
        private int datagrams;
        private long leftOut;
        private long leftOutBefore;
        private boolean noted;

        private synchronized void add(int received) {
            bytes = Math.min(MOST_BYTES, bytes + received);
            datagrams = Math.min(MOST_DATAGRAMS, datagrams + 1);
        }

        private synchronized boolean take(int wanted) {
            boolean enough = datagrams > 0 && bytes >= wanted;
            if (enough) {
                bytes -= wanted;
                datagrams--;
            } else {
                leftOut++;
            }
            return enough;
        }

        /** Restores the credit of a datagram that could not be sent. */
        private synchronized void giveBack(int unsent) {
            bytes += unsent;
            datagrams++;
        }

        private synchronized boolean markNoted() {
            boolean first = !noted;
            noted = true;
            return first;
        }

        /** Returns and resets the count left out; -1 if it has grown since the last call, unless forced. */
        private synchronized long takeLeftOut(boolean force) {
            if (leftOut != leftOutBefore && !force) {
                leftOutBefore = leftOut;
                return -1;
            }
            long count = leftOut;
            leftOut = 0;
            leftOutBefore = 0;
            noted = false;
            return count;
        }
    }

    /** @param trusted accepts addresses that have no limit */
    AmplificationGuard(Predicate<InetAddress> trusted, ReplyScheduler scheduler) {
        this.trusted = trusted;
        this.scheduler = scheduler;
    }

    /** Returns whether a peer is reached by UDP. */
    static boolean isUdp(Peer peer) {
        return peer.transport() == Transport.UDP;
    }

    /** Replaces the behaviour whose exceptions from the limit apply. */
    void setBehaviour(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Adds the size of a received datagram to the credit of its sender. */
    void addCredit(PeerState from, int bytes) {
        if (isLimited(from)) {
            from.credit().add(bytes);
        }
    }

    /**
     * Returns whether a message of this many bytes may be sent, and takes the credit; notes a refusal once an episode.
     */
    boolean allows(PeerState to, int bytes, ReplySender sender) {
        if (!isUdp(to.peer())) {
            return true;
        } else if (to.isGroup()) {
            return false;
        } else if (!isLimited(to) || to.credit().take(bytes)) {
            return true;
        }
        sender.countWithheld();
        Credit credit = to.credit();
        if (credit.markNoted()) {
            sender.note(to, ReplyNote.UNASKED_WITHHELD);
            scheduler.repeatUntil(CHECK_MILLIS, () -> noteIfOver(to, false, sender));
        }
        return false;
    }

    /** Restores the credit that {@link #allows} has taken for a message that was not sent. */
    void giveBack(PeerState to, int bytes) {
        if (isUdp(to.peer()) && isLimited(to)) {
            to.credit().giveBack(bytes);
        }
    }

    /** Notes the end of an open episode, because the peer is about to leave. */
    void endEpisode(PeerState state, ReplySender sender) {
        if (isUdp(state.peer()) && !state.isContacted()) {
            noteIfOver(state, true, sender);
        }
    }

    private static boolean noteIfOver(PeerState state, boolean force, ReplySender sender) {
        long count = state.credit().takeLeftOut(force);
        if (count > 0) {
            sender.note(state, ReplyNote.UNASKED_OVER, count);
        }
        return count >= 0;
    }

    private boolean isLimited(PeerState state) {
        Behaviour current = behaviour;
        Peer peer = state.peer();
        return !state.isContacted()
                && !current.allowsAmplification()
                && !current.onlyPeers().contains(peer.id())
                && !trusted.test(Addresses.ip(peer.remote()));
    }

    /** Returns whether the peer is a UDP multicast or broadcast address. */
    static boolean isGroupAddress(Peer peer) {
        return isUdp(peer) && GroupAddresses.contains(Addresses.ip(peer.remote()));
    }
}
