package dev.earshot.reply;

import dev.earshot.net.Addresses;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards what one side sends to the other one: bytes as they are read, in order and whole. Where a receiver has no room,
 * the sender is not read until it has; a receiver that has none for 10 s is cut off. So this is the one place where a
 * reader waits for a peer, and never longer than that for one read.
 */
final class Forwarding implements Reaction {
    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);

    /** A refused peer that asks on and on is told about only so often. */
    private static final int MOST_TOLD = 8;

    static final String REFUSAL = "refusal";

    /** For so long somebody to whom is forwarded may have no room. */
    static final int PATIENCE_MILLIS = 10_000;

    private static final int SLICE_MILLIS = 200;

    private final Answer.Roles sides;
    private final Filling refusal;
    private final int mostPerSecond;
    private final int patienceMillis;
    private final RoleBook roles;
    private final Endpoint endpoint;
    private final Delivery delivery;

    /** @param patienceMillis how long a receiver may have no room */
    Forwarding(
            Answer.Roles sides,
            Filling refusal,
            int mostPerSecond,
            int patienceMillis,
            RoleBook roles,
            Endpoint endpoint,
            Delivery delivery) {
        this.sides = sides;
        this.refusal = refusal;
        this.mostPerSecond = mostPerSecond;
        this.patienceMillis = patienceMillis;
        this.roles = roles;
        this.endpoint = endpoint;
        this.delivery = delivery;
    }

    /** Somebody without a role is to say first what it is. */
    @Override
    public boolean wants(Party from) {
        return from.role() == null;
    }

    @Override
    public boolean read(Party from, byte[] buffer, int offset, int length) {
        if (from.role() != null) {
            forward(from, Arrays.copyOfRange(buffer, offset, offset + length));
        }
        return false;
    }

    @Override
    public boolean message(Party from, Message message, Rest rest) {
        Role asked = Claim.read(message, sides);
        if (asked == null || !grant(from, asked)) {
            if (from.role() == null && delivery.mayAnswer(from, mostPerSecond)) {
                refusal.send(from, message);
            }
            return false;
        }
        from.forgetMessages();
        if (rest.length() > 0) {
            read(from, rest.buffer(), rest.offset(), rest.length());
        }
        return false;
    }

    private boolean grant(Party from, Role asked) {
        Party holder = roles.claim(from, asked);
        if (holder != null && holder != from && sides.replace()) {
            roles.takeFrom(holder, asked);
            Party next = roles.claim(from, asked);
            if (next == null) {
                tellAbout(holder, from, asked, Kind.ROLE_LOST);
                delivery.end(holder);
            }
            holder = next;
        }
        if (holder == null) {
            delivery.note(from, Kind.ROLE_GIVEN, asked.toString());
        } else if (holder != from && from.memory().toldClaims++ < MOST_TOLD) {
            tellAbout(from, holder, asked, Kind.ROLE_REFUSED);
            tellAbout(holder, from, asked, Kind.ROLE_KEPT);
        }
        return holder == null;
    }

    private void tellAbout(Party party, Party other, Role role, Kind what) {
        delivery.note(party, what, Addresses.text(other.peer().remote()) + " " + role);
    }

    private void forward(Party from, byte[] bytes) {
        List<Party> receivers = roles.facing(from, sides);
        if (receivers.isEmpty()) {
            delivery.nobody(from, bytes.length);
            return;
        }
        delivery.found(from);
        String origin = "forward " + from.role();
        List<Party> full = new ArrayList<>(0);
        for (Party to : receivers) {
            if (!offer(from, to, bytes, origin)) {
                full.add(to);
            }
        }
        long deadline = System.nanoTime() + patienceMillis * 1_000_000L;
        for (Party to : full) {
            push(from, to, bytes, origin, deadline);
        }
    }

    private boolean offer(Party from, Party to, byte[] bytes, String origin) {
        return roles.ifFacing(from, to, sides, () -> delivery.offer(to, bytes, origin));
    }

    /** Waits until there is room, or until they do not belong together any more, or until it has been too long. */
    private void push(Party from, Party to, byte[] bytes, String origin, long deadline) {
        while (roles.ifFacing(from, to, sides, () -> true)) {
            long begun = System.nanoTime();
            boolean room = awaitRoom(to, bytes.length);
            if (room && offer(from, to, bytes, origin)) {
                return;
            }
            long now = System.nanoTime();
            if (!room && now - begun < SLICE_MILLIS * 1_000_000L / 2) {
                return; // it is leaving: nobody waits for that
            }
            if (!room && now >= deadline) {
                cutOff(to);
                return;
            }
        }
    }

    private boolean awaitRoom(Party to, int bytes) {
        try {
            return endpoint.awaitRoom(to.peer(), bytes, SLICE_MILLIS);
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
            return false;
        }
    }

    private void cutOff(Party to) {
        delivery.note(to, Kind.CUT_OFF, Integer.toString(patienceMillis / 1_000));
        to.end();
        endpoint.abort(to.peer());
    }
}
