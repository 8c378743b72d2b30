package dev.earshot.reply;

import dev.earshot.net.Peer;

/** Greets each new peer once, or hangs up on it, as the behaviour in force when it joined says. */
final class Greeter {
    private final ReplySender sender;

    Greeter(ReplySender sender) {
        this.sender = sender;
    }

    /** Takes a peer that has just joined. Over UDP it is greeted when it sends, or when a person sends to it. */
    void joined(PeerState state, CompiledBehaviour inForce) {
        Peer peer = state.peer();
        if (inForce.concerns(peer) && inForce.greets()) {
            state.await(inForce);
            if (!AmplificationGuard.isUdp(peer)) {
                greet(state);
            }
        }
    }

    /** Greets a peer that is known to be there now, unless it was greeted already. */
    void greet(PeerState state) {
        CompiledBehaviour greeting = state.arrive();
        if (greeting == null) {
            return;
        } else if (greeting.greeting() != null) {
            greeting.greeting().send(state);
        } else if (!state.isOwn()) {
            sender.note(state, ReplyNote.VISITED);
            sender.end(state);
        }
    }
}
