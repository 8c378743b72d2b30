package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;
import java.util.Collection;

/** Who is there. Asked on any thread. */
public interface Participants {

    /** Everybody, in the order in which they came. */
    Collection<Peer> all();

    /** How many there are. */
    default int count() {
        return all().size();
    }

    /** Everybody whose role has this name; what its pair is does not count. */
    Collection<Peer> withRole(String name);

    /** In which encoding somebody is read. */
    Encoding encoding(Peer peer);
}
