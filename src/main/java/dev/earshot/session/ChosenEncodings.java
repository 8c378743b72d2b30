package dev.earshot.session;

import dev.earshot.codec.Encoding;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The encodings that the user has chosen for single clients, for as long as their conversations are shown. Any thread.
 */
final class ChosenEncodings {
    private final Map<Integer, Encoding> ofPeers = new ConcurrentHashMap<>();

    /** Returns the encoding chosen for a peer, by its number; null if none is. */
    Encoding of(int peer) {
        return ofPeers.get(peer);
    }

    /** Chooses an encoding for a peer, or none with null. */
    void choose(int peer, Encoding encoding) {
        if (encoding == null) {
            ofPeers.remove(peer);
        } else {
            ofPeers.put(peer, encoding);
        }
    }

    /** Returns all chosen encodings. */
    Collection<Encoding> all() {
        return ofPeers.values();
    }
}
