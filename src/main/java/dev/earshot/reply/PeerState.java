package dev.earshot.reply;

import dev.earshot.net.Peer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One peer that is there. Small, for there may be thousands that say nothing. */
final class PeerState {
    private final Peer peer;
    private volatile Role role;
    private volatile boolean ending;
    private volatile boolean contacted;
    private volatile CompiledBehaviour pendingGreeting;
    private volatile ActiveState activeState;

    /**
     * What there is to remember about a peer that says something. What it has said so far is used by whoever tells its
     * events, one thread at a time.
     */
    static final class ActiveState {
        CompiledBehaviour.SplitSettings splitSettings;
        MessageCollector collector;
        EchoDetector echoDetector;
        volatile RateLimiter answerLimiter;
        volatile RateLimiter relayLimiter;
        /** Of a UDP peer only. */
        final AmplificationGuard.Credit credit = new AmplificationGuard.Credit();
        /** Whether it is a group or everybody; null: not asked yet. */
        volatile Boolean group;
        /** Messages that did not fit into its outbox, in this episode. Guarded by this. */
        long withheld;
        /** Bytes that nobody was there for, in this episode. Guarded by this. */
        long unforwarded;
        /** What is to be sent to it later; null if nothing ever was. */
        volatile Set<ReplyScheduler.DelayedTask> delayedTasks;
        /** How many of its claims were told about. */
        int notedRequests;
    }

    PeerState(Peer peer) {
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    /** Whether a person has called it or sent to it. */
    boolean isContacted() {
        return contacted;
    }

    /** Says that; returns whether it was said for the first time. */
    synchronized boolean markContacted() {
        boolean first = !contacted;
        contacted = true;
        return first;
    }

    /** Whether it is a group or everybody. */
    boolean isGroup() {
        ActiveState active = activeState();
        if (active.group == null) {
            active.group = AmplificationGuard.isGroupAddress(peer);
        }
        return active.group;
    }

    /** What a UDP peer may still be sent by itself. */
    AmplificationGuard.Credit credit() {
        return activeState().credit;
    }

    /** It is to be greeted so, but not before it is known whether it is there. */
    void storeGreeting(CompiledBehaviour greeting) {
        pendingGreeting = greeting;
    }

    /** How it is to be greeted now, once; else null. */
    synchronized CompiledBehaviour takeGreeting() {
        CompiledBehaviour greeting = pendingGreeting;
        pendingGreeting = null;
        return greeting;
    }

    /** What it is in forwarding, or null. */
    Role role() {
        return role;
    }

    void setRole(Role given) {
        role = given;
    }

    /** Whether its conversation is being ended: it is not answered any more. */
    boolean isEnding() {
        return ending;
    }

    /** Says that; returns whether it was said for the first time. */
    synchronized boolean markEnding() {
        boolean first = !ending;
        ending = true;
        return first;
    }

    /** What is remembered, or null if nothing is. */
    ActiveState existingActiveState() {
        return activeState;
    }

    synchronized ActiveState activeState() {
        if (activeState == null) {
            activeState = new ActiveState();
        }
        return activeState;
    }

    /** What its messages are cut with; another behaviour begins with nothing. */
    MessageCollector collector(CompiledBehaviour.SplitSettings splitSettings) {
        ActiveState active = activeState();
        if (active.splitSettings != splitSettings) {
            active.splitSettings = splitSettings;
            active.collector = new MessageCollector(splitSettings.framing(), splitSettings.most());
        }
        return active.collector;
    }

    /** What its messages are being cut with, or null. */
    MessageCollector currentCollector() {
        ActiveState active = activeState;
        return active == null ? null : active.collector;
    }

    /** What {@link #currentCollector} was made for, or null. */
    CompiledBehaviour.SplitSettings splitSettings() {
        ActiveState active = activeState;
        return active == null ? null : active.splitSettings;
    }

    /** What is to be sent to it later. */
    Set<ReplyScheduler.DelayedTask> delayedTasks() {
        ActiveState active = activeState();
        synchronized (this) {
            if (active.delayedTasks == null) {
                active.delayedTasks = ConcurrentHashMap.newKeySet();
            }
            return active.delayedTasks;
        }
    }

    /** Throws away what is not at its end yet. */
    void discardOpenMessage() {
        ActiveState active = activeState;
        if (active != null) {
            active.splitSettings = null;
            active.collector = null;
        }
    }
}
