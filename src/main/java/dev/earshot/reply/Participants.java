package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;
import java.util.Collection;

/** The peers that are connected, as the rules see them. Any thread. */
public interface Participants {

    /** Returns all peers in the order in which they connected. */
    Collection<Peer> all();

    /** Returns the number of peers. */
    default int count() {
        return all().size();
    }

    /** Returns all peers whose role has this name, whatever the id of their pair. */
    Collection<Peer> withRole(String name);

    /** Returns the encoding in which a peer is read. */
    Encoding encoding(Peer peer);

    /** Returns the state of the conversation with a peer, see {@link Rule#state}. */
    default String state(Peer peer) {
        return Rule.START;
    }
}
