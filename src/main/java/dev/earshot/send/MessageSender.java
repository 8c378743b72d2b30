package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Composes drafts for the peers of a session, the only way to send a message. Any thread. */
public final class MessageSender {
    private final ReachablePeers peers;

    MessageSender(ReachablePeers peers) {
        this.peers = peers;
    }

    /** Makes a sender to the peers of a session. */
    public static MessageSender of(Session session) {
        return new MessageSender(session.sending());
    }

    ReachablePeers peers() {
        return peers;
    }

    /**
     * Composes a draft for each receiver in its encoding, and checks all lengths. Nothing is sent yet, so a message
     * that cannot be sent to one receiver is sent to nobody.
     *
     * @param origin the sender that the log shows
     * @throws Problem if it cannot be composed in one of the encodings, or is too long for one receiver
     */
    public OutgoingMessage compose(Draft draft, Collection<Peer> receivers, Origin origin) throws Problem {
        Map<Encoding, ComposedMessage> composed = new HashMap<>();
        Map<Peer, ComposedMessage> messages = new LinkedHashMap<>();
        for (Peer receiver : receivers) {
            Encoding encoding = draft.fixedEncoding().orElseGet(() -> peers.encoding(receiver));
            ComposedMessage message = composed.get(encoding);
            if (message == null) {
                message = draft.compose(encoding);
                composed.put(encoding, message);
            }
            peers.checkLength(receiver, message.bytes().length);
            messages.put(receiver, message);
        }
        return new OutgoingMessage(messages, origin, peers);
    }
}
