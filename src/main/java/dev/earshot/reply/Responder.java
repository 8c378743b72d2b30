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
 * Acts on the endpoint's threads; {@link #setBehaviour} and the like may be called on any.
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
    private volatile CompiledBehaviour current;

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
            ReplyScheduler scheduler) {
        this(
                conversations,
                journal,
                encodings,
                counters,
                scheduler,
                RoleForwarder.PATIENCE_MILLIS,
                InetAddress::isLoopbackAddress);
    }

    Responder(
            Conversations conversations,
            EventSink journal,
            IntFunction<Encoding> encodings,
            ReplyCounters counters,
            ReplyScheduler scheduler,
            int patienceMillis,
            Predicate<InetAddress> trusted) {
        this.conversations = conversations;
        guard = new AmplificationGuard(trusted, scheduler);
        sender = new ReplySender(conversations, journal, counters, scheduler, guard);
        assigner = new RoleAssigner(states, roles, sender);
        greeter = new Greeter(sender);
        feed = new ReplierFeed(encodings, sender);
        DelayedReplies delays = new DelayedReplies(scheduler, sender, () -> current.behaviour());
        ReplyTools tools = new ReplyTools(conversations, roles, sender, delays, counters, patienceMillis);
        compiler = new BehaviourCompiler(states, encodings, tools);
        current = compiler.compile(Behaviour.NONE, null);
    }

    /** Behaves like this from the next event on. */
    public synchronized void setBehaviour(Behaviour behaviour) {
        guard.setBehaviour(behaviour);
        current = compiler.compile(behaviour, current);
    }

    /**
     * The part that is told an event before the journal: of a peer that leaves, it ends delayed answers and notes what is
     * not over yet, so that this stands above {@link Event.Left}.
     */
    public EventSink departureSink() {
        return event -> {
            if (event instanceof Event.Left left) {
                runSafely(() -> handleLeaving(left.peer()));
            }
        };
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Received read) {
            handleRead(current, read);
        } else if (event instanceof Event.Joined joined) {
            runSafely(() -> handleJoined(joined.peer()));
        } else if (event instanceof Event.Silent silent) {
            runSafely(() -> handleSilence(silent));
        } else if (event instanceof Event.FinishedSending finished) {
            runSafely(() -> handleEndOfStream(finished.peer()));
        } else if (event instanceof Event.Left left) {
            states.remove(left.peer().id());
        }
    }

    private void handleRead(CompiledBehaviour behaviour, Event.Received read) {
        if (AmplificationGuard.isUdp(read.peer())) {
            runSafely(() -> handleDatagram(behaviour, read));
        } else if (behaviour.listensTo(read.peer())) {
            runSafely(() -> handleStream(behaviour, read));
        }
    }

    /** Whatever goes wrong with an answer does not end a conversation. */
    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            log.error("answering", e);
        }
    }

    private void handleJoined(Peer peer) {
        PeerState state = new PeerState(peer);
        states.put(peer.id(), state);
        greeter.peerJoined(state, current);
    }

    /** A peer is greeted when its first datagram is there, not before. */
    private void handleDatagram(CompiledBehaviour behaviour, Event.Received read) {
        boolean listens = behaviour.listensTo(read.peer());
        PeerState from = listens || behaviour.greets() ? states.get(read.peer().id()) : null;
        if (from == null || from.isEnding()) {
            return;
        }
        guard.addCredit(from, read.length());
        greeter.greet(from);
        if (listens && !from.isEnding()) {
            feed.feedDatagram(behaviour, from, read);
        }
    }

    private void handleStream(CompiledBehaviour behaviour, Event.Received read) {
        PeerState from = states.get(read.peer().id());
        if (from != null && !from.isEnding()) {
            feed.feedRead(behaviour, from, read);
        }
    }

    private void handleSilence(Event.Silent silent) {
        PeerState from = states.get(silent.peer().id());
        if (from != null) {
            feed.feedSilence(current, from, silent.blockedNanos() / 1_000_000);
        }
    }

    private void handleEndOfStream(Peer peer) {
        PeerState from = states.get(peer.id());
        if (from != null) {
            feed.feedEndOfStream(current, from);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        PeerState state = states.get(peer.id());
        return state == null ? 0 : feed.silenceMillis(state);
    }

    private void handleLeaving(Peer peer) {
        PeerState state = states.get(peer.id());
        if (state != null) {
            state.markEnding();
            roles.remove(state);
            sender.endEpisodes(state);
            DelayedReplies.cancelAll(state);
        }
    }

    /** Treats a UDP peer as one that a person has called or sent to: it is greeted, and answered without a limit. */
    public void markContacted(Peer peer) {
        PeerState state = AmplificationGuard.isUdp(peer) ? states.get(peer.id()) : null;
        if (state != null && state.markContacted()) {
            runSafely(() -> greeter.greet(state));
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
        markContacted(peer);
        CompiledBehaviour behaviour = current;
        String endOn = behaviour.behaviour().endOn();
        if (behaviour.appliesTo(peer) && !endOn.isEmpty() && endOn.equals(typed.get())) {
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
    public boolean isPresent(Peer peer) {
        return states.containsKey(peer.id());
    }

    /** Gives roles by hand. */
    public RoleAssigner roleAssigner() {
        return assigner;
    }
}
