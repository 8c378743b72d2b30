package dev.earshot.reply;

import dev.earshot.net.GroupAddresses;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Limits what may go by itself to a UDP peer. Anybody can send a datagram in the name of a third computer, which then
 * gets the answers. So neither more bytes nor more datagrams go to a peer by themselves than came from it, whatever answers, as long
 * as no person has said that it is theirs: by calling it, by sending to it, by choosing it as one for whom the behaviour
 * holds, or by lifting this for everybody. A peer on this computer floods nobody else. To a group or a broadcast address
 * nothing goes by itself at all. Any thread.
 */
final class AmplificationGuard {
    /** So much at most is kept for later answers. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_DATAGRAMS = 1_000;
    private static final int LOOK_MILLIS = 1_000;

    private final Predicate<InetAddress> harmless;
    private final ReplyScheduler later;
    private volatile Behaviour behaviour = Behaviour.NONE;

    /** Counts how much a peer may still be sent. Guarded by itself. */
    static final class Credit {
        private int bytes;
        private int datagrams;
        private long leftOut;
        private long seen;
        private boolean told;

        private synchronized void add(int more) {
            bytes = Math.min(MOST_BYTES, bytes + more);
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

        /** Gives back what could not be sent after all. */
        private synchronized void giveBack(int unsent) {
            bytes += unsent;
            datagrams++;
        }

        private synchronized boolean tellNow() {
            boolean first = !told;
            told = true;
            return first;
        }

        /** How many were left out if none was since the last look, or -1. */
        private synchronized long over(boolean inAnyCase) {
            if (leftOut != seen && !inAnyCase) {
                seen = leftOut;
                return -1;
            }
            long count = leftOut;
            leftOut = 0;
            seen = 0;
            told = false;
            return count;
        }
    }

    /** @param harmless addresses to which anything may go */
    AmplificationGuard(Predicate<InetAddress> harmless, ReplyScheduler later) {
        this.harmless = harmless;
        this.later = later;
    }

    static boolean isUdp(Peer peer) {
        return peer.transport() == Transport.UDP;
    }

    /** Holds for what is sent from now on. */
    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    /** A datagram has come. */
    void received(PeerState from, int bytes) {
        if (isBound(from)) {
            from.credit().add(bytes);
        }
    }

    /** Whether so many bytes may go; if not, that is told once an episode. */
    boolean lets(PeerState to, int bytes, ReplySender sender) {
        if (!isUdp(to.peer())) {
            return true;
        } else if (to.isMany()) {
            return false;
        } else if (!isBound(to) || to.credit().take(bytes)) {
            return true;
        }
        sender.withhold();
        Credit credit = to.credit();
        if (credit.tellNow()) {
            sender.note(to, ReplyNote.UNASKED_WITHHELD);
            later.until(LOOK_MILLIS, () -> over(to, false, sender));
        }
        return false;
    }

    /** Takes back what {@link #lets} has let go, because it did not go. */
    void unsent(PeerState to, int bytes) {
        if (isUdp(to.peer()) && isBound(to)) {
            to.credit().giveBack(bytes);
        }
    }

    /** Tells how the episode has ended, for the peer is about to leave. */
    void leaves(PeerState state, ReplySender sender) {
        if (isUdp(state.peer()) && !state.isOwn()) {
            over(state, true, sender);
        }
    }

    private static boolean over(PeerState state, boolean inAnyCase, ReplySender sender) {
        long count = state.credit().over(inAnyCase);
        if (count > 0) {
            sender.note(state, ReplyNote.UNASKED_OVER, count);
        }
        return count >= 0;
    }

    private boolean isBound(PeerState state) {
        Behaviour now = behaviour;
        Peer peer = state.peer();
        return !state.isOwn()
                && !now.moreThanAsked()
                && !now.only().contains(peer.id())
                && !harmless.test(peer.remote().getAddress());
    }

    /** Whether this address stands for many computers. */
    static boolean isMany(Peer peer) {
        return isUdp(peer) && GroupAddresses.contain(peer.remote().getAddress());
    }
}
