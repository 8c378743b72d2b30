package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
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

    /**
     * Returns the source of the fields of a peer's messages, in which nothing is escaped. May block; never on the EDT.
     */
    default FieldSource fieldSource(Peer peer) {
        return FirstFittingSource.WITHOUT_LAYOUT;
    }

    /** Returns the state of the conversation with a peer, see {@link Rule#state}. */
    default String state(Peer peer) {
        return Rule.START;
    }
}
