package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what happens at one endpoint. Every event goes on to the next sink first, the journal, and is acted upon then:
 * so no answer stands above its question. Acts on the endpoint's threads; {@link #behave} and the like may be called on any.
 */
public final class Responder implements EventSink {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);

    private final EventSink next;
    private final Endpoint endpoint;
    private final IntFunction<Encoding> encodings;
    private final RepliersFactory reactions;
    private final Map<Integer, PeerState> parties = new ConcurrentHashMap<>();
    private final RoleBook roles = new RoleBook();
    private final AmplificationGuard restraint;
    private final ReplySender delivery;
    private volatile CompiledBehaviour plan;

    /**
     * One that does nothing by itself yet.
     *
     * @param next is told every event
     * @param encodings in which a peer is read, by its number
     * @param figures counts what is sent
     * @param later does what is to be done later
     */
    public Responder(
            Endpoint endpoint,
            EventSink next,
            IntFunction<Encoding> encodings,
            ReplyCounters figures,
            ReplyScheduler later) {
        this(endpoint, next, encodings, figures, later, RoleForwarder.PATIENCE_MILLIS, InetAddress::isLoopbackAddress);
    }

    Responder(
            Endpoint endpoint,
            EventSink next,
            IntFunction<Encoding> encodings,
            ReplyCounters figures,
            ReplyScheduler later,
            int patienceMillis,
            Predicate<InetAddress> harmless) {
        this.next = next;
        this.endpoint = endpoint;
        this.encodings = encodings;
        restraint = new AmplificationGuard(harmless, later);
        delivery = new ReplySender(endpoint, next, figures, later, restraint);
        DelayedReplies delays = new DelayedReplies(later, delivery, () -> plan.behaviour());
        reactions = new RepliersFactory(parties, roles, encodings, endpoint, delivery, delays, figures, patienceMillis);
        plan = reactions.plan(Behaviour.NONE, null);
    }

    /** Behaves like this from the next event on. */
    public synchronized void behave(Behaviour behaviour) {
        restraint.behave(behaviour);
        plan = reactions.plan(behaviour, plan);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Left left) {
            act(() -> leaves(left.peer()));
        }
        next.on(event);
        if (event instanceof Event.Received read) {
            CompiledBehaviour now = plan;
            if (AmplificationGuard.isUdp(read.peer())) {
                act(() -> datagram(now, read));
            } else if (now.listens(read.peer())) {
                act(() -> received(now, read));
            }
        } else if (event instanceof Event.Joined joined) {
            act(() -> joined(joined.peer()));
        } else if (event instanceof Event.Silent silent) {
            act(() -> silent(silent));
        } else if (event instanceof Event.FinishedSending finished) {
            act(() -> finished(finished.peer()));
        } else if (event instanceof Event.Left left) {
            parties.remove(left.peer().id());
        }
    }

    /** Whatever goes wrong with an answer does not end a conversation. */
    private static void act(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            log.error("answering", e);
        }
    }

    private void joined(Peer peer) {
        PeerState party = new PeerState(peer);
        parties.put(peer.id(), party);
        CompiledBehaviour now = plan;
        if (now.concerns(peer) && now.greets()) {
            party.await(now);
            if (!AmplificationGuard.isUdp(peer)) {
                greet(party);
            }
        }
    }

    private void greet(PeerState party) {
        CompiledBehaviour now = party.arrive();
        if (now == null) {
            return;
        } else if (now.greeting() != null) {
            now.greeting().send(party);
        } else if (!party.isOwn()) {
            delivery.note(party, Event.Kind.VISITED, "");
            delivery.end(party);
        }
    }

    /** A datagram is a message, whatever the framing. A peer is greeted when its first one is there, not before. */
    private void datagram(CompiledBehaviour now, Event.Received read) {
        boolean listens = now.listens(read.peer());
        PeerState from = listens || now.greets() ? parties.get(read.peer().id()) : null;
        if (from == null || from.over()) {
            return;
        }
        restraint.received(from, read.length());
        greet(from);
        if (!listens || from.over()) {
            return;
        }
        boolean looksAtMessages = now.wants(from);
        answered(now, from, now.reaction().read(from, read.buffer(), read.offset(), read.length()));
        if (looksAtMessages) {
            byte[] bytes = Arrays.copyOfRange(read.buffer(), read.offset(), read.offset() + read.length());
            message(now, from, bytes, Replier.Rest.NONE);
        }
    }

    /** A person has called this peer, or sent to it: it is answered like everybody else's own, and greeted. */
    public void own(Peer peer) {
        PeerState party = AmplificationGuard.isUdp(peer) ? parties.get(peer.id()) : null;
        if (party != null && party.own()) {
            act(() -> greet(party));
        }
    }

    private void received(CompiledBehaviour now, Event.Received read) {
        PeerState from = parties.get(read.peer().id());
        if (from == null || from.over()) {
            return;
        }
        boolean looksAtMessages = now.wants(from);
        answered(now, from, now.reaction().read(from, read.buffer(), read.offset(), read.length()));
        if (!looksAtMessages) {
            from.forgetMessages();
            return;
        }
        long silent = read.blockedNanos() / 1_000_000;
        from.messages(now.cutting())
                .read(
                        read.buffer(),
                        read.offset(),
                        read.length(),
                        silent,
                        encoding(from),
                        (bytes, end) -> message(
                                now,
                                from,
                                bytes,
                                new Replier.Rest(read.buffer(), read.offset() + end, read.length() - end)));
    }

    private void silent(Event.Silent silent) {
        PeerState from = parties.get(silent.peer().id());
        MessageCollector open = from == null ? null : from.openMessages();
        if (open != null) {
            CompiledBehaviour now = plan;
            open.silent(silent.blockedNanos() / 1_000_000, encoding(from), (bytes, end) -> rest(now, from, bytes));
        }
    }

    private void finished(Peer peer) {
        PeerState from = parties.get(peer.id());
        MessageCollector open = from == null ? null : from.openMessages();
        if (open != null) {
            CompiledBehaviour now = plan;
            open.end((bytes, end) -> rest(now, from, bytes));
        }
    }

    /** A message without its end; thrown away if what it was collected for is not in force any more. */
    private void rest(CompiledBehaviour now, PeerState from, byte[] bytes) {
        if (from.cutting() == now.cutting() && now.listens(from.peer())) {
            message(now, from, bytes, Replier.Rest.NONE);
        }
    }

    private void message(CompiledBehaviour now, PeerState from, byte[] bytes, Replier.Rest rest) {
        if (from.over()) {
            return;
        }
        Message message = new Message(from.peer(), bytes, encoding(from));
        if (message.says(now.behaviour().endOn())) {
            delivery.end(from);
        } else if (now.reaction().wants(from)) {
            answered(now, from, now.reaction().message(from, message, rest));
        }
    }

    private void answered(CompiledBehaviour now, PeerState from, boolean answered) {
        if (answered && now.behaviour().thenClose() && !from.over()) {
            delivery.end(from);
        }
    }

    private void leaves(Peer peer) {
        PeerState party = parties.get(peer.id());
        if (party != null) {
            party.end();
            roles.take(party);
            delivery.leaves(party);
            DelayedReplies.forget(party);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        int others = next.silenceMillis(peer);
        PeerState party = parties.get(peer.id());
        MessageCollector open = party == null ? null : party.openMessages();
        int own = open == null ? 0 : open.silenceMillis(encoding(party));
        return own == 0 || others > 0 && others < own ? others : own;
    }

    private Encoding encoding(PeerState party) {
        return encodings.apply(party.peer().id());
    }

    /** Sends what a person has typed, and ends the conversation if that is what ends it; false if it cannot be sent. */
    public boolean send(Peer peer, byte[] bytes) {
        return send(peer, bytes, end -> new Message(peer, bytes, encodings.apply(peer.id())).says(end));
    }

    /** The same where other bytes go out than were typed. */
    public boolean send(Peer peer, byte[] bytes, Supplier<String> said) {
        return send(peer, bytes, end -> !end.isEmpty() && end.equals(said.get()));
    }

    private boolean send(Peer peer, byte[] bytes, Predicate<String> said) {
        if (!endpoint.send(peer, bytes)) {
            return false;
        }
        own(peer);
        CompiledBehaviour now = plan;
        if (now.concerns(peer) && said.test(now.behaviour().endOn())) {
            PeerState party = parties.get(peer.id());
            if (party == null) {
                endpoint.disconnect(peer); // it is just joining
            } else {
                delivery.end(party);
            }
        }
        return true;
    }

    /** Whether a peer takes part: from when its joining was told until its leaving is. */
    public boolean knows(Peer peer) {
        return parties.containsKey(peer.id());
    }

    /** What a peer is in forwarding; null if it is nothing or has left. */
    public Role role(Peer peer) {
        PeerState party = parties.get(peer.id());
        return party == null ? null : party.role();
    }

    /**
     * Makes somebody this in forwarding; with null, nothing. Does nothing if the peer has left.
     *
     * @throws Problem if the role has an id and another has it, or it is no role
     */
    public void giveRole(Peer peer, Role role) throws Problem {
        PeerState party = parties.get(peer.id());
        if (party == null) {
            return;
        } else if (role == null) {
            Role before = roles.take(party);
            if (before != null) {
                delivery.note(party, Event.Kind.ROLE_TAKEN, before.toString());
            }
            return;
        }
        role.check();
        PeerState holder = roles.give(party, role);
        if (holder != null) {
            throw new Problem(
                    "problem.role.used",
                    -1,
                    role.toString(),
                    Addresses.text(holder.peer().remote()));
        }
        delivery.note(party, Event.Kind.ROLE_GIVEN, role.toString());
        if (party.over() || !parties.containsKey(peer.id())) {
            roles.take(party);
        }
    }
}
