package dev.earshot.reply;

import dev.earshot.net.Peer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One peer that is there. Small, for there may be thousands that say nothing. */
final class PeerState {
    private final Peer peer;
    private volatile Role role;
    private volatile boolean over;
    private volatile boolean own;
    private volatile CompiledBehaviour awaiting;
    private volatile Memory memory;

    /**
     * What there is to remember about a peer that says something. What it has said so far is used by whoever tells its
     * events, one thread at a time.
     */
    static final class Memory {
        CompiledBehaviour.Cutting cutting;
        MessageCollector messages;
        EchoDetector echoes;
        volatile RateLimiter answers;
        volatile RateLimiter relayed;
        /** Of a UDP peer only. */
        final AmplificationGuard.Credit credit = new AmplificationGuard.Credit();
        /** Whether it is a group or everybody; null: not asked yet. */
        volatile Boolean many;
        /** Messages that did not fit into its outbox, in this episode. Guarded by this. */
        long withheld;
        /** Bytes that nobody was there for, in this episode. Guarded by this. */
        long unforwarded;
        /** What is to be sent to it later; null if nothing ever was. */
        volatile Set<ReplyScheduler.Waiting> waiting;
        /** How many of its claims were told about. */
        int toldClaims;
    }

    PeerState(Peer peer) {
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    /** Whether a person has called it or sent to it. */
    boolean isOwn() {
        return own;
    }

    /** Says that; returns whether it was said for the first time. */
    synchronized boolean own() {
        boolean first = !own;
        own = true;
        return first;
    }

    /** Whether it is a group or everybody. */
    boolean isMany() {
        Memory kept = memory();
        if (kept.many == null) {
            kept.many = AmplificationGuard.isMany(peer);
        }
        return kept.many;
    }

    /** What a UDP peer may still be sent by itself. */
    AmplificationGuard.Credit credit() {
        return memory().credit;
    }

    /** It is to be greeted so, but not before it is known whether it is there. */
    void await(CompiledBehaviour greeting) {
        awaiting = greeting;
    }

    /** How it is to be greeted now, once; else null. */
    synchronized CompiledBehaviour arrive() {
        CompiledBehaviour greeting = awaiting;
        awaiting = null;
        return greeting;
    }

    /** What it is in forwarding, or null. */
    Role role() {
        return role;
    }

    void role(Role given) {
        role = given;
    }

    /** Whether its conversation is being ended: it is not answered any more. */
    boolean over() {
        return over;
    }

    /** Says that; returns whether it was said for the first time. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    /** What is remembered, or null if nothing is. */
    Memory remembered() {
        return memory;
    }

    synchronized Memory memory() {
        if (memory == null) {
            memory = new Memory();
        }
        return memory;
    }

    /** What its messages are cut with; another behaviour begins with nothing. */
    MessageCollector messages(CompiledBehaviour.Cutting cutting) {
        Memory kept = memory();
        if (kept.cutting != cutting) {
            kept.cutting = cutting;
            kept.messages = new MessageCollector(cutting.framing(), cutting.most());
        }
        return kept.messages;
    }

    /** What its messages are being cut with, or null. */
    MessageCollector openMessages() {
        Memory kept = memory;
        return kept == null ? null : kept.messages;
    }

    /** What {@link #openMessages} was made for, or null. */
    CompiledBehaviour.Cutting cutting() {
        Memory kept = memory;
        return kept == null ? null : kept.cutting;
    }

    /** What is to be sent to it later. */
    Set<ReplyScheduler.Waiting> waiting() {
        Memory kept = memory();
        synchronized (this) {
            if (kept.waiting == null) {
                kept.waiting = ConcurrentHashMap.newKeySet();
            }
            return kept.waiting;
        }
    }

    /** Throws away what is not at its end yet. */
    void forgetMessages() {
        Memory kept = memory;
        if (kept != null) {
            kept.cutting = null;
            kept.messages = null;
        }
    }
}
