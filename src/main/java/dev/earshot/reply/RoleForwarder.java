package dev.earshot.reply;

import dev.earshot.net.Conversations;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards what one side sends to the other one: bytes as they are read, in order and whole. Where a receiver has no room,
 * the sender is not read until it has; a receiver that takes nothing for 10 s is cut off; of datagrams, those are left
 * out. So this is the one place where a
 * reader waits for a peer, and never for one that does not read.
 */
final class RoleForwarder implements Replier {
    private static final Logger log = LoggerFactory.getLogger(RoleForwarder.class);

    /** A refused peer that asks on and on is told about only so often. */
    private static final int MOST_NOTED_REQUESTS = 8;

    /** For so long somebody to whom is forwarded may take nothing. */
    static final int PATIENCE_MILLIS = 10_000;

    private static final int SLICE_MILLIS = 200;
    private static final int POLL_MILLIS = 10;

    private final RolesAnswer sides;
    private final TemplateReply refusal;
    private final int mostPerSecond;
    private final int patienceMillis;
    private final RoleBook roles;
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

    /** Somebody without a role is to say first what it is. */
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
        if (holder != null && holder != from && sides.replacesHolder()) {
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
            // One reader serves all peers and waits for none. What a receiver has no room for is lost, which UDP
            // allows.
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

    /** Waits until all have it, or do not belong to the sender any more, or have taken nothing for too long. */
    private void sendWhenRoom(PeerState from, List<SlowReceiver> slow, byte[] bytes, Origin origin) {
        while (!slow.isEmpty()) {
            long start = System.nanoTime();
            boolean room = awaitRoom(slow.get(0).to, bytes.length);
            boolean returnedAtOnce = System.nanoTime() - start < SLICE_MILLIS * 1_000_000L / 2;
            if (!room && returnedAtOnce) {
                slow.remove(0); // it is leaving: nobody waits for that
            }
            boolean progressed = slow.removeIf(one -> isDone(from, one, bytes, origin));
            if (returnedAtOnce && !progressed) {
                LockSupport.parkNanos(POLL_MILLIS * 1_000_000L); // there is room, and yet it is not taken
            }
        }
    }

    private boolean isDone(PeerState from, SlowReceiver slow, byte[] bytes, Origin origin) {
        if (!roles.sendIfPartners(from, slow.to, sides, () -> true) || offer(from, slow.to, bytes, origin)) {
            return true;
        }
        boolean stuck = slow.stuckNanos() >= patienceMillis * 1_000_000L;
        if (stuck) {
            cutOff(slow.to);
        }
        return stuck;
    }

    /** Somebody without room, and since when nothing has moved: who takes in little by little is waited for. */
    private final class SlowReceiver {
        private final PeerState to;
        private long waiting;
        private long since = System.nanoTime();

        SlowReceiver(PeerState to) {
            this.to = to;
            waiting = conversations.waiting(to.peer());
        }

        long stuckNanos() {
            long now = System.nanoTime();
            long left = conversations.waiting(to.peer());
            if (left != waiting) {
                waiting = left;
                since = now;
            }
            return now - since;
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
