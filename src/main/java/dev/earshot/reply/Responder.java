package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
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
 * Answers what happens at one endpoint. It is told an event after the journal, so that no answer stands above its question.
 * Acts on the endpoint's threads; {@link #behave} and the like may be called on any.
 */
public final class Responder implements EventSink {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);

    private final Endpoint endpoint;
    private final IntFunction<Encoding> encodings;
    private final RepliersFactory repliers;
    private final Map<Integer, PeerState> states = new ConcurrentHashMap<>();
    private final RoleBook roles = new RoleBook();
    private final AmplificationGuard guard;
    private final ReplySender sender;
    private volatile CompiledBehaviour plan;

    /**
     * One that does nothing by itself yet.
     *
     * @param journal is told what is worth a note, such as answers that are withheld
     * @param encodings in which a peer is read, by its number
     * @param figures counts what is sent
     * @param later does what is to be done later
     */
    public Responder(
            Endpoint endpoint,
            EventSink journal,
            IntFunction<Encoding> encodings,
            ReplyCounters figures,
            ReplyScheduler later) {
        this(
                endpoint,
                journal,
                encodings,
                figures,
                later,
                RoleForwarder.PATIENCE_MILLIS,
                InetAddress::isLoopbackAddress);
    }

    Responder(
            Endpoint endpoint,
            EventSink journal,
            IntFunction<Encoding> encodings,
            ReplyCounters figures,
            ReplyScheduler later,
            int patienceMillis,
            Predicate<InetAddress> harmless) {
        this.endpoint = endpoint;
        this.encodings = encodings;
        guard = new AmplificationGuard(harmless, later);
        sender = new ReplySender(endpoint, journal, figures, later, guard);
        DelayedReplies delays = new DelayedReplies(later, sender, () -> plan.behaviour());
        repliers = new RepliersFactory(states, roles, encodings, endpoint, sender, delays, figures, patienceMillis);
        plan = repliers.plan(Behaviour.NONE, null);
    }

    /** Behaves like this from the next event on. */
    public synchronized void behave(Behaviour behaviour) {
        guard.behave(behaviour);
        plan = repliers.plan(behaviour, plan);
    }

    /**
     * The part that is told an event before the journal: of a peer that leaves, it ends delayed answers and notes what is
     * not over yet, so that this stands above {@link Event.Left}.
     */
    public EventSink farewell() {
        return event -> {
            if (event instanceof Event.Left left) {
                act(() -> leaves(left.peer()));
            }
        };
    }

    @Override
    public void on(Event event) {
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
            states.remove(left.peer().id());
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
        PeerState state = new PeerState(peer);
        states.put(peer.id(), state);
        CompiledBehaviour now = plan;
        if (now.concerns(peer) && now.greets()) {
            state.await(now);
            if (!AmplificationGuard.isUdp(peer)) {
                greet(state);
            }
        }
    }

    private void greet(PeerState state) {
        CompiledBehaviour now = state.arrive();
        if (now == null) {
            return;
        } else if (now.greeting() != null) {
            now.greeting().send(state);
        } else if (!state.isOwn()) {
            sender.note(state, ReplyNote.VISITED);
            sender.end(state);
        }
    }

    /** A datagram is a message, whatever the framing. A peer is greeted when its first one is there, not before. */
    private void datagram(CompiledBehaviour now, Event.Received read) {
        boolean listens = now.listens(read.peer());
        PeerState from = listens || now.greets() ? states.get(read.peer().id()) : null;
        if (from == null || from.over()) {
            return;
        }
        guard.received(from, read.length());
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
        PeerState state = AmplificationGuard.isUdp(peer) ? states.get(peer.id()) : null;
        if (state != null && state.own()) {
            act(() -> greet(state));
        }
    }

    private void received(CompiledBehaviour now, Event.Received read) {
        PeerState from = states.get(read.peer().id());
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
        PeerState from = states.get(silent.peer().id());
        MessageCollector open = from == null ? null : from.openMessages();
        if (open != null) {
            CompiledBehaviour now = plan;
            open.silent(silent.blockedNanos() / 1_000_000, encoding(from), (bytes, end) -> rest(now, from, bytes));
        }
    }

    private void finished(Peer peer) {
        PeerState from = states.get(peer.id());
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
            sender.end(from);
        } else if (now.reaction().wants(from)) {
            answered(now, from, now.reaction().message(from, message, rest));
        }
    }

    private void answered(CompiledBehaviour now, PeerState from, boolean answered) {
        if (answered && now.behaviour().thenClose() && !from.over()) {
            sender.end(from);
        }
    }

    private void leaves(Peer peer) {
        PeerState state = states.get(peer.id());
        if (state != null) {
            state.end();
            roles.take(state);
            sender.leaves(state);
            DelayedReplies.forget(state);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        PeerState state = states.get(peer.id());
        MessageCollector open = state == null ? null : state.openMessages();
        return open == null ? 0 : open.silenceMillis(encoding(state));
    }

    private Encoding encoding(PeerState state) {
        return encodings.apply(state.peer().id());
    }

    /**
     * Sends what a person has typed, and ends the conversation behind it if the behaviour ends on that text.
     *
     * @param bytes what goes out, which may be more than was typed
     * @param typed gives what was typed, as text without its line ending
     * @return false if the peer has left or its outbox is full
     */
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        if (!endpoint.send(peer, bytes, Origin.PERSON)) {
            return false;
        }
        own(peer);
        CompiledBehaviour now = plan;
        String endOn = now.behaviour().endOn();
        if (now.concerns(peer) && !endOn.isEmpty() && endOn.equals(typed.get())) {
            PeerState state = states.get(peer.id());
            if (state == null) {
                endpoint.disconnect(peer); // it is just joining
            } else {
                sender.end(state);
            }
        }
        return true;
    }

    /** Whether a peer takes part: from when its joining was told until its leaving is. */
    public boolean knows(Peer peer) {
        return states.containsKey(peer.id());
    }

    /** What a peer is in forwarding; null if it is nothing or has left. */
    public Role role(Peer peer) {
        PeerState state = states.get(peer.id());
        return state == null ? null : state.role();
    }

    /**
     * Makes somebody this in forwarding; with null, nothing. Does nothing if the peer has left.
     *
     * @throws Problem if the role has an id and another has it, or it is no role
     */
    public void giveRole(Peer peer, Role role) throws Problem {
        PeerState state = states.get(peer.id());
        if (state == null) {
            return;
        } else if (role == null) {
            Role before = roles.take(state);
            if (before != null) {
                sender.note(state, ReplyNote.ROLE_TAKEN, before);
            }
            return;
        }
        role.check();
        PeerState holder = roles.give(state, role);
        if (holder != null) {
            throw new Problem(
                    "problem.role.used",
                    -1,
                    role.toString(),
                    Addresses.text(holder.peer().remote()));
        }
        sender.note(state, ReplyNote.ROLE_GIVEN, role);
        if (state.over() || !states.containsKey(peer.id())) {
            roles.take(state);
        }
    }
}
