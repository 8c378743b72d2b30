package dev.earshot.reply;

import dev.earshot.net.Conversations;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.net.address.LocalAddresses;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the events of one endpoint as its {@link Behaviour} says. It receives each event after the journal, so that
 * no answer is recorded before its question. Events are handled on the endpoint's threads; the other methods may be
 * called on any thread.
 */
public final class Responder implements EventSink {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);

    private final Conversations conversations;
    private final Map<Integer, PeerState> states = new ConcurrentHashMap<>();
    private final RoleRegistry roles = new RoleRegistry();
    private final RoleAssigner assigner;
    private final AmplificationGuard guard;
    private final ReplySender sender;
    private final Greeter greeter;
    private final ReplierFeed feed;
    private final BehaviourCompiler compiler;
    private volatile CompiledBehaviour current;

    /**
     * Creates a responder that does nothing automatically yet.
     *
     * @param journal receives the notes, such as that answers are withheld
     * @param lens tells how the messages of peers are read
     * @param counters counts the messages sent
     * @param scheduler runs delayed tasks
     */
    public Responder(
            Conversations conversations,
            EventSink journal,
            PeerLens lens,
            ReplyCounters counters,
            ReplyScheduler scheduler) {
        this(
                conversations,
                journal,
                lens,
                counters,
                scheduler,
                RoleForwarder.PATIENCE_MILLIS,
                LocalAddresses::contains);
    }

    Responder(
            Conversations conversations,
            EventSink journal,
            PeerLens lens,
            ReplyCounters counters,
            ReplyScheduler scheduler,
            int patienceMillis,
            Predicate<InetAddress> trusted) {
        this.conversations = conversations;
        guard = new AmplificationGuard(trusted, scheduler);
        sender = new ReplySender(conversations, journal, counters, scheduler, guard);
        assigner = new RoleAssigner(states, roles, sender);
        greeter = new Greeter(sender);
        feed = new ReplierFeed(lens, sender);
        DelayedReplies delays = new DelayedReplies(scheduler, sender, () -> current.behaviour());
        ReplyTools tools = new ReplyTools(conversations, roles, sender, delays, counters, patienceMillis);
        compiler = new BehaviourCompiler(states, lens, tools);
        current = compiler.compile(Behaviour.NONE, null);
    }

    /** Replaces the behaviour from the next event on. */
    public synchronized void setBehaviour(Behaviour behaviour) {
        guard.setBehaviour(behaviour);
        current = compiler.compile(behaviour, current);
    }

    /**
     * Returns the sink that must receive each event before the journal. When a peer leaves, it cancels delayed answers
     * and notes those and the end of open episodes, so that those notes are recorded before {@link Event.Left}.
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
        if (event instanceof Event.Received received) {
            handleRead(current, received);
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

    private void handleRead(CompiledBehaviour behaviour, Event.Received received) {
        if (AmplificationGuard.isUdp(received.peer())) {
            runSafely(() -> handleDatagram(behaviour, received));
        } else if (behaviour.listensTo(received.peer())) {
            runSafely(() -> handleStream(behaviour, received));
        }
    }

    /** Runs an action and logs every error, so that a failed answer does not end a conversation. */
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

    /** Handles a datagram, and greets its sender first if this is the first one. */
    private void handleDatagram(CompiledBehaviour behaviour, Event.Received received) {
        boolean listens = behaviour.listensTo(received.peer());
        PeerState from =
                listens || behaviour.greets() ? states.get(received.peer().id()) : null;
        if (from == null || from.isEnding()) {
            return;
        }
        guard.addCredit(from, received.length());
        greeter.greet(from);
        if (listens && !from.isEnding()) {
            feed.feedDatagram(behaviour, from, received);
        }
    }

    private void handleStream(CompiledBehaviour behaviour, Event.Received received) {
        PeerState from = states.get(received.peer().id());
        if (from != null && !from.isEnding()) {
            feed.feedRead(behaviour, from, received);
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
            from.markFinishedSending();
            feed.feedEndOfStream(current, from);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        PeerState state = states.get(peer.id());
        return state == null ? 0 : feed.silenceMillis(state);
    }

    @Override
    public boolean hasPendingAnswer(Peer peer) {
        PeerState state = states.get(peer.id());
        return state != null && state.hasPendingTasks();
    }

    private void handleLeaving(Peer peer) {
        PeerState state = states.get(peer.id());
        if (state != null) {
            state.markEnding();
            roles.remove(state);
            sender.countLost(state, DelayedReplies.cancelAll(state));
            sender.endEpisodes(state);
        }
    }

    /** Marks a UDP peer as contacted by the user: it is greeted, and answered without a limit. */
    public void markContacted(Peer peer) {
        PeerState state = AmplificationGuard.isUdp(peer) ? states.get(peer.id()) : null;
        if (state != null && state.markContacted()) {
            runSafely(() -> greeter.greet(state));
        }
    }

    /**
     * Handles that the user has sent a message. Ends the conversation after it if the behaviour ends on that text.
     *
     * @param typed returns the typed text without its line ending
     */
    public void handleTyped(Peer peer, Supplier<String> typed) {
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
    }

    /** Returns whether a peer has joined and not left yet, by the events received so far. */
    public boolean isPresent(Peer peer) {
        return states.containsKey(peer.id());
    }

    /** Returns the assigner by which the user gives and takes roles. */
    public RoleAssigner roleAssigner() {
        return assigner;
    }
}
