package dev.earshot.reply;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Rule;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state that the automatic answers keep for one connected peer. Small, because thousands of peers may send nothing.
 * Any thread.
 */
final class PeerState {
    private final Peer peer;
    private volatile Role role;
    private volatile boolean ending;
    private volatile boolean finishedSending;
    private volatile boolean contacted;
    private volatile CompiledBehaviour pendingGreeting;
    private volatile ActiveState activeState;

    /**
     * The part of the state that exists only for a peer that sends something. The fields that are neither volatile nor
     * guarded belong to the thread that reports the peer's events.
     */
    static final class ActiveState {
        CompiledBehaviour.SplitSettings splitSettings;
        Framing framing;
        MessageCollector collector;
        EchoDetector echoDetector;
        volatile RateLimiter answerLimiter;
        volatile RateLimiter relayLimiter;
        /** The bytes and datagrams that it may still be sent; used for UDP only. */
        final AmplificationGuard.Credit credit = new AmplificationGuard.Credit();
        /** Whether its address is a multicast or broadcast address; null until first asked. */
        volatile Boolean group;
        /** The messages of this episode that did not fit into its outbox. Guarded by this. */
        long withheld;
        /** The bytes of this episode that had no partner to be forwarded to. Guarded by this. */
        long unforwarded;
        /** The delayed tasks for it; null until the first one. */
        volatile Set<ReplyScheduler.DelayedTask> delayedTasks;
        /** The number of delayed tasks for it that have not ended yet. */
        final AtomicInteger pendingTasks = new AtomicInteger();
        /** The number of answers to it that could not be sent because its conversation was ending. */
        final AtomicInteger lostAnswers = new AtomicInteger();
        /** The state of its conversation, to which rules may be limited. */
        volatile String conversationState = Rule.START;
        /** The number of its refused role requests that were noted. */
        int notedRequests;
    }

    PeerState(Peer peer) {
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    /** Returns whether the user has connected to it or sent to it. */
    boolean isContacted() {
        return contacted;
    }

    /** Marks it as contacted by the user; returns whether it was not before. */
    synchronized boolean markContacted() {
        boolean first = !contacted;
        contacted = true;
        return first;
    }

    /** Returns whether its address is a UDP multicast or broadcast address. */
    boolean isGroup() {
        ActiveState active = activeState();
        if (active.group == null) {
            active.group = AmplificationGuard.isGroupAddress(peer);
        }
        return active.group;
    }

    /** Returns the bytes and datagrams that a UDP peer may still be sent automatically. */
    AmplificationGuard.Credit credit() {
        return activeState().credit;
    }

    /** Stores the behaviour that greets it until its arrival is confirmed. */
    void storeGreeting(CompiledBehaviour greeting) {
        pendingGreeting = greeting;
    }

    /** Returns the behaviour that greets it, once; null if it is not to be greeted or was already. */
    synchronized CompiledBehaviour takeGreeting() {
        CompiledBehaviour greeting = pendingGreeting;
        pendingGreeting = null;
        return greeting;
    }

    /** Returns its role in forwarding, or null. */
    Role role() {
        return role;
    }

    void setRole(Role given) {
        role = given;
    }

    /** Returns whether its conversation is being ended, so that it is not answered any more. */
    boolean isEnding() {
        return ending;
    }

    /** Marks its conversation as being ended; returns whether it was not before. */
    synchronized boolean markEnding() {
        boolean first = !ending;
        ending = true;
        return first;
    }

    /** Returns the state of its conversation, to which rules may be limited. */
    String conversationState() {
        ActiveState active = activeState;
        return active == null ? Rule.START : active.conversationState;
    }

    void setConversationState(String next) {
        activeState().conversationState = next;
    }

    /** Returns whether it has ended its direction (FIN). */
    boolean hasFinishedSending() {
        return finishedSending;
    }

    void markFinishedSending() {
        finishedSending = true;
    }

    /** Returns whether an answer to it waits for its time. */
    boolean hasPendingTasks() {
        ActiveState active = activeState;
        return active != null && active.pendingTasks.get() > 0;
    }

    /** Returns the state of an active peer, or null if it has none yet. */
    ActiveState existingActiveState() {
        return activeState;
    }

    /** Returns the state of an active peer, created on the first call. */
    synchronized ActiveState activeState() {
        if (activeState == null) {
            activeState = new ActiveState();
        }
        return activeState;
    }

    /**
     * Returns the collector of its messages, a new and empty one if the settings or the framing have changed.
     *
     * @param framing that of the settings, with the line ends of this peer
     */
    MessageCollector collector(CompiledBehaviour.SplitSettings splitSettings, Framing framing) {
        ActiveState active = activeState();
        if (active.splitSettings != splitSettings || !framing.equals(active.framing)) {
            active.splitSettings = splitSettings;
            active.framing = framing;
            active.collector = new MessageCollector(framing, splitSettings.most(), splitSettings.takesParts());
        }
        return active.collector;
    }

    /** Returns the collector in use, or null. */
    MessageCollector currentCollector() {
        ActiveState active = activeState;
        return active == null ? null : active.collector;
    }

    /** Returns the settings of the collector in use, or null. */
    CompiledBehaviour.SplitSettings splitSettings() {
        ActiveState active = activeState;
        return active == null ? null : active.splitSettings;
    }

    /** Returns the delayed tasks for it, as a live set. */
    Set<ReplyScheduler.DelayedTask> delayedTasks() {
        ActiveState active = activeState();
        synchronized (this) {
            if (active.delayedTasks == null) {
                active.delayedTasks = ConcurrentHashMap.newKeySet();
            }
            return active.delayedTasks;
        }
    }

    /** Discards the beginning of a message whose end has not arrived. */
    void discardOpenMessage() {
        ActiveState active = activeState;
        if (active != null) {
            active.splitSettings = null;
            active.collector = null;
        }
    }
}
