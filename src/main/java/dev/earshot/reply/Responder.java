package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Conversations;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.net.InetAddress;
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

    private final Conversations conversations;
    private final Map<Integer, PeerState> states = new ConcurrentHashMap<>();
    private final RoleBook roles = new RoleBook();
    private final RoleAssigner assigner;
    private final AmplificationGuard guard;
    private final ReplySender sender;
    private final Greeter greeter;
    private final ReplierFeed feed;
    private final BehaviourCompiler compiler;
    private volatile CompiledBehaviour inForce;

    /**
     * One that does nothing by itself yet.
     *
     * @param journal is told what is worth a note, such as answers that are withheld
     * @param encodings in which a peer is read, by its number
     * @param counters counts what is sent
     * @param later does what is to be done later
     */
    public Responder(
            Conversations conversations,
            EventSink journal,
            IntFunction<Encoding> encodings,
            ReplyCounters counters,
            ReplyScheduler later) {
        this(
                conversations,
                journal,
                encodings,
                counters,
                later,
                RoleForwarder.PATIENCE_MILLIS,
                InetAddress::isLoopbackAddress);
    }

    Responder(
            Conversations conversations,
            EventSink journal,
            IntFunction<Encoding> encodings,
            ReplyCounters counters,
            ReplyScheduler later,
            int patienceMillis,
            Predicate<InetAddress> harmless) {
        this.conversations = conversations;
        guard = new AmplificationGuard(harmless, later);
        sender = new ReplySender(conversations, journal, counters, later, guard);
        assigner = new RoleAssigner(states, roles, sender);
        greeter = new Greeter(sender);
        feed = new ReplierFeed(encodings, sender);
        DelayedReplies delays = new DelayedReplies(later, sender, () -> inForce.behaviour());
        ReplyTools tools = new ReplyTools(conversations, roles, sender, delays, counters, patienceMillis);
        compiler = new BehaviourCompiler(states, encodings, tools);
        inForce = compiler.compile(Behaviour.NONE, null);
    }

    /** Behaves like this from the next event on. */
    public synchronized void behave(Behaviour behaviour) {
        guard.behave(behaviour);
        inForce = compiler.compile(behaviour, inForce);
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
            received(inForce, read);
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

    private void received(CompiledBehaviour now, Event.Received read) {
        if (AmplificationGuard.isUdp(read.peer())) {
            act(() -> datagram(now, read));
        } else if (now.listens(read.peer())) {
            act(() -> stream(now, read));
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
        greeter.joined(state, inForce);
    }

    /** A peer is greeted when its first datagram is there, not before. */
    private void datagram(CompiledBehaviour now, Event.Received read) {
        boolean listens = now.listens(read.peer());
        PeerState from = listens || now.greets() ? states.get(read.peer().id()) : null;
        if (from == null || from.over()) {
            return;
        }
        guard.received(from, read.length());
        greeter.greet(from);
        if (listens && !from.over()) {
            feed.datagram(now, from, read);
        }
    }

    private void stream(CompiledBehaviour now, Event.Received read) {
        PeerState from = states.get(read.peer().id());
        if (from != null && !from.over()) {
            feed.received(now, from, read);
        }
    }

    private void silent(Event.Silent silent) {
        PeerState from = states.get(silent.peer().id());
        if (from != null) {
            feed.silent(inForce, from, silent.blockedNanos() / 1_000_000);
        }
    }

    private void finished(Peer peer) {
        PeerState from = states.get(peer.id());
        if (from != null) {
            feed.finished(inForce, from);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        PeerState state = states.get(peer.id());
        return state == null ? 0 : feed.silenceMillis(state);
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

    /** Treats a UDP peer as one that a person has called or sent to: it is greeted, and answered without a limit. */
    public void own(Peer peer) {
        PeerState state = AmplificationGuard.isUdp(peer) ? states.get(peer.id()) : null;
        if (state != null && state.own()) {
            act(() -> greeter.greet(state));
        }
    }

    /**
     * Sends what a person has typed, and ends the conversation behind it if the behaviour ends on that text.
     *
     * @param bytes what goes out, which may be more than was typed
     * @param typed gives what was typed, as text without its line ending
     * @return false if the peer has left or its outbox is full
     */
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        if (!conversations.send(peer, bytes, Origin.PERSON)) {
            return false;
        }
        own(peer);
        CompiledBehaviour now = inForce;
        String endOn = now.behaviour().endOn();
        if (now.concerns(peer) && !endOn.isEmpty() && endOn.equals(typed.get())) {
            PeerState state = states.get(peer.id());
            if (state == null) {
                conversations.disconnect(peer); // it is just joining
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

    /** Gives roles by hand. */
    public RoleAssigner roles() {
        return assigner;
    }
}
