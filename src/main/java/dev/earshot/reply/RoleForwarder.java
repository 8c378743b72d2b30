package dev.earshot.reply;

import dev.earshot.net.Conversations;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out {@link RolesAnswer}: forwards the bytes of each peer to its partners, complete and in order. While the
 * outbox of a receiver is full, its sender is not read; a receiver that takes nothing for 10 s is cut off. Nothing else
 * in this package makes a reader wait for another peer. Datagrams that have no room are left out instead.
 */
final class RoleForwarder implements Replier {
    private static final Logger log = LoggerFactory.getLogger(RoleForwarder.class);

    /** The most refused requests of one peer that are noted. */
    private static final int MOST_NOTED_REQUESTS = 8;

    /** The time in milliseconds after which a receiver that takes nothing is cut off. */
    static final int PATIENCE_MILLIS = 10_000;

    private static final int SLICE_MILLIS = 200;
    private static final int POLL_MILLIS = 10;

    private final RolesAnswer sides;
    private final TemplateReply refusal;
    private final int mostPerSecond;
    private final int patienceMillis;
    private final RoleRegistry roles;
    private final Conversations conversations;
    private final ReplySender sender;

    RoleForwarder(RolesAnswer sides, TemplateReply refusal, ReplyContext context) {
        this.sides = sides;
        this.refusal = refusal;
        mostPerSecond = context.behaviour().mostPerSecond();
        patienceMillis = context.tools().patienceMillis();
        roles = context.tools().roles();
        conversations = context.tools().conversations();
        sender = context.tools().sender();
    }

    /** Returns whether the peer has no role yet, so that its first message must name one. */
    @Override
    public boolean wantsMessagesOf(PeerState from) {
        return from.role() == null;
    }

    @Override
    public boolean answerRead(PeerState from, byte[] buffer, int offset, int length) {
        if (from.role() != null) {
            forward(from, Arrays.copyOfRange(buffer, offset, offset + length));
        }
        return false;
    }

    @Override
    public boolean answerMessage(PeerState from, Message message, Remainder rest) {
        Role requested = RoleRequest.parse(message, sides);
        if (requested == null || !grantRole(from, requested)) {
            if (from.role() == null && sender.mayAnswer(from, mostPerSecond)) {
                refusal.send(from, message);
            }
            return false;
        }
        from.discardOpenMessage();
        if (rest.length() > 0) {
            answerRead(from, rest.buffer(), rest.offset(), rest.length());
        }
        return false;
    }

    private boolean grantRole(PeerState from, Role requested) {
        PeerState holder = roles.assignFirst(from, requested);
        if (holder != null && holder != from && (sides.replacesHolder() || holder.hasFinishedSending())) {
            roles.removeFrom(holder, requested);
            PeerState next = roles.assignFirst(from, requested);
            if (next == null) {
                note(holder, from, requested, ReplyNote.ROLE_LOST);
                sender.end(holder);
            }
            holder = next;
        }
        if (holder == null) {
            sender.note(from, ReplyNote.ROLE_GIVEN, requested);
        } else if (holder != from && from.activeState().notedRequests++ < MOST_NOTED_REQUESTS) {
            note(from, holder, requested, ReplyNote.ROLE_REFUSED);
            note(holder, from, requested, ReplyNote.ROLE_KEPT);
        }
        return holder == null;
    }

    private void note(PeerState state, PeerState other, Role role, ReplyNote what) {
        sender.note(state, what, other.peer().remote(), role);
    }

    private void forward(PeerState from, byte[] bytes) {
        List<PeerState> receivers = roles.partnersOf(from, sides);
        if (receivers.isEmpty()) {
            sender.countUnforwarded(from, bytes.length);
            return;
        }
        sender.noteUnforwarded(from);
        Origin origin = new Origin(OriginKind.FORWARD, String.valueOf(from.role()));
        if (AmplificationGuard.isUdp(from.peer())) {
            // One reader serves all peers and waits for none. A datagram without room is lost, as UDP allows.
            receivers.forEach(to -> roles.sendIfPartners(from, to, sides, () -> sender.send(to, bytes, origin)));
            return;
        }
        List<PeerState> full = new ArrayList<>(0);
        for (PeerState to : receivers) {
            if (!offer(from, to, bytes, origin)) {
                full.add(to);
            }
        }
        if (!full.isEmpty()) {
            sendWhenRoom(from, full.stream().map(SlowReceiver::new).collect(Collectors.toList()), bytes, origin);
        }
    }

    private boolean offer(PeerState from, PeerState to, byte[] bytes, Origin origin) {
        return roles.sendIfPartners(from, to, sides, () -> sender.offer(to, bytes, origin));
    }

    /** Waits until each receiver has the bytes, is no partner of the sender any more, or was cut off. */
    private void sendWhenRoom(PeerState from, List<SlowReceiver> waiting, byte[] bytes, Origin origin) {
        while (!waiting.isEmpty()) {
            long start = System.nanoTime();
            boolean room = awaitRoom(waiting.get(0).peer, bytes.length);
            boolean returnedAtOnce = System.nanoTime() - start < SLICE_MILLIS * 1_000_000L / 2;
            if (!room && returnedAtOnce) {
                waiting.remove(0); // it is leaving: there is nothing to wait for
            }
            boolean progressed = waiting.removeIf(receiver -> isDone(from, receiver, bytes, origin));
            if (returnedAtOnce && !progressed) {
                LockSupport.parkNanos(POLL_MILLIS * 1_000_000L); // there is room, but the bytes were not accepted
            }
        }
    }

    private boolean isDone(PeerState from, SlowReceiver receiver, byte[] bytes, Origin origin) {
        if (!roles.sendIfPartners(from, receiver.peer, sides, () -> true)
                || offer(from, receiver.peer, bytes, origin)) {
            return true;
        }
        boolean stuck = receiver.stuckNanos() >= patienceMillis * 1_000_000L;
        if (stuck) {
            cutOff(receiver.peer);
        }
        return stuck;
    }

    /** A receiver with a full outbox, and the time since it last took a byte. A slow but steady one is waited for. */
    private final class SlowReceiver {
        private final PeerState peer;
        private long waitingBytes;
        private long lastProgress = System.nanoTime();

        SlowReceiver(PeerState to) {
            this.peer = to;
            waitingBytes = conversations.waitingBytes(to.peer());
        }

        long stuckNanos() {
            long now = System.nanoTime();
            long nowWaiting = conversations.waitingBytes(peer.peer());
            if (nowWaiting != waitingBytes) {
                waitingBytes = nowWaiting;
                lastProgress = now;
            }
            return now - lastProgress;
        }
    }

    private boolean awaitRoom(PeerState to, int bytes) {
        try {
            return conversations.awaitRoom(to.peer(), bytes, SLICE_MILLIS);
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
            return false;
        }
    }

    private void cutOff(PeerState to) {
        if (to.markEnding()) {
            sender.note(to, ReplyNote.CUT_OFF, patienceMillis / 1_000);
        }
        conversations.abort(to.peer());
    }
}
