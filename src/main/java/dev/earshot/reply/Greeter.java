package dev.earshot.reply;

import dev.earshot.net.Peer;

/** Greets each new peer once, or disconnects it, by the behaviour that applied when it joined. */
final class Greeter {
    private final ReplySender sender;

    Greeter(ReplySender sender) {
        this.sender = sender;
    }

    /** Greets a peer that has just joined. A UDP peer is greeted later: when it sends, or when the user sends to it. */
    void peerJoined(PeerState state, CompiledBehaviour behaviour) {
        Peer peer = state.peer();
        if (behaviour.appliesTo(peer) && behaviour.greets()) {
            state.storeGreeting(behaviour);
            if (!AmplificationGuard.isUdp(peer)) {
                greet(state);
            }
        }
    }

    /** Greets a peer whose arrival is confirmed, unless it was greeted already. */
    void greet(PeerState state) {
        CompiledBehaviour greeting = state.takeGreeting();
        if (greeting == null) {
            return;
        } else if (greeting.greeting() != null) {
            greeting.greeting().send(state);
        } else if (!state.isContacted()) {
            sender.note(state, ReplyNote.VISITED);
            sender.end(state);
        }
    }
}
