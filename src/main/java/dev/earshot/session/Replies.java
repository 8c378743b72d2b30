package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.PeerLens;
import dev.earshot.reply.ReplyCounters;
import dev.earshot.reply.ReplyScheduler;
import dev.earshot.reply.Responder;
import dev.earshot.reply.Role;
import java.util.function.Supplier;

/**
 * Holds the automatic replies of a session: their behaviour, their counters and the roles of clients. They outlive its
 * endpoints. Any thread.
 */
public final class Replies {
    private final EventSink journal;
    private final PeerLens lens;
    private final ReplyCounters counters = new ReplyCounters();
    private final ReplyScheduler scheduler = new ReplyScheduler();
    private volatile Behaviour behaviour = Behaviour.NONE;
    private volatile Responder responder;

    /**
     * Begins without automatic replies.
     *
     * @param journal receives notes about replies
     * @param lens tells how the messages of peers are read
     */
    Replies(EventSink journal, PeerLens lens) {
        this.journal = journal;
        this.lens = lens;
    }

    /** Creates the responder of an endpoint that is about to be opened; it replaces the one before. */
    synchronized Responder responder(Conversations conversations) {
        Responder fresh = new Responder(conversations, journal, lens, counters, scheduler);
        fresh.setBehaviour(behaviour);
        responder = fresh;
        return fresh;
    }

    /** Sets the behaviour, from the next event on. */
    public synchronized void setBehaviour(Behaviour wanted) {
        behaviour = wanted;
        if (responder != null) {
            responder.setBehaviour(wanted);
        }
    }

    /** The present behaviour. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** The live counts of automatic replies. */
    public ReplyCounters counters() {
        return counters;
    }

    /** Ends the conversation after a message that the user has sent, if the behaviour ends on its text. */
    void handleTyped(Peer peer, Supplier<String> typed) {
        Responder present = responder;
        if (present != null) {
            present.handleTyped(peer, typed);
        }
    }

    /** Records that the user has called this peer, or sent to it: replies to it are no amplification. */
    void markContacted(Peer peer) {
        Responder present = responder;
        if (present != null) {
            present.markContacted(peer);
        }
    }

    /** Whether the responder has seen this peer join and not yet leave. */
    boolean knows(Peer peer) {
        Responder present = responder;
        return present != null && present.isPresent(peer);
    }

    /** Returns the client's role in forwarding between two sides; null if it has none. */
    public Role role(Peer peer) {
        Responder present = responder;
        return present == null ? null : present.roleAssigner().roleOf(peer);
    }

    /**
     * Gives a client a role in forwarding; null takes its role away.
     *
     * @throws Problem if the role is invalid, or another client has its id
     */
    public void giveRole(Peer peer, Role role) throws Problem {
        Responder present = responder;
        if (present != null) {
            present.roleAssigner().assign(peer, role);
        }
    }

    /** Cancels all delayed replies. */
    void end() {
        scheduler.close();
    }
}
