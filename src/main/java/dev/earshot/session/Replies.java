package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ReplyCounters;
import dev.earshot.reply.ReplyScheduler;
import dev.earshot.reply.Responder;
import dev.earshot.reply.Role;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What a session does by itself, whichever endpoint it has. Any thread. */
public final class Replies {
    private final EventSink journal;
    private final IntFunction<Encoding> encodings;
    private final ReplyCounters figures = new ReplyCounters();
    private final ReplyScheduler later = new ReplyScheduler();
    private volatile Behaviour behaviour = Behaviour.NONE;
    private volatile Responder responder;

    /**
     * Does nothing by itself yet.
     *
     * @param journal is told what is worth a note
     * @param encodings in which a peer is read, by its number
     */
    Replies(EventSink journal, IntFunction<Encoding> encodings) {
        this.journal = journal;
        this.encodings = encodings;
    }

    /** Makes the responder for the conversations of an endpoint that is about to be opened, in place of the one before. */
    synchronized Responder responder(Conversations conversations) {
        Responder fresh = new Responder(conversations, journal, encodings, figures, later);
        fresh.setBehaviour(behaviour);
        responder = fresh;
        return fresh;
    }

    /** Behaves like this from the next event on. */
    public synchronized void setBehaviour(Behaviour wanted) {
        behaviour = wanted;
        if (responder != null) {
            responder.setBehaviour(wanted);
        }
    }

    /** What is asked for at present. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Live figures of what is sent by itself. */
    public ReplyCounters counters() {
        return figures;
    }

    /** Queues what a person has typed; see {@link Sending#sendTyped}. */
    boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        Responder present = responder;
        return present != null && present.sendTyped(peer, bytes, typed);
    }

    /** A person has called this peer, or sent to it. */
    void markContacted(Peer peer) {
        Responder present = responder;
        if (present != null) {
            present.markContacted(peer);
        }
    }

    /** Whether a peer takes part already, and still. */
    boolean knows(Peer peer) {
        Responder present = responder;
        return present != null && present.isPresent(peer);
    }

    /** What a client is in forwarding between two sides; null if nothing. */
    public Role role(Peer peer) {
        Responder present = responder;
        return present == null ? null : present.roleAssigner().roleOf(peer);
    }

    /**
     * Makes a client this in forwarding; with null, nothing.
     *
     * @throws Problem if it is no role, or one with an id that another client has
     */
    public void giveRole(Peer peer, Role role) throws Problem {
        Responder present = responder;
        if (present != null) {
            present.roleAssigner().assign(peer, role);
        }
    }

    /** Nothing that waits for its time is done any more. */
    void end() {
        later.close();
    }
}
