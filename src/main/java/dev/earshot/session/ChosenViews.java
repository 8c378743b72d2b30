package dev.earshot.session;

import dev.earshot.session.settings.ViewId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers by which views the messages of a session are shown, as ids. One is chosen for the log, some for single
 * clients, and some are those that a client's earlier messages needed. Any thread.
 */
final class ChosenViews {
    private final Map<Integer, String> ofPeers = new ConcurrentHashMap<>();
    private final Map<Integer, String> known = new ConcurrentHashMap<>();
    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger layoutVersion = new AtomicInteger();
    private volatile String ofLog = ViewId.AUTO;

    /** Returns the view of a peer, by its number: its own, else that of the log. */
    String of(int peer) {
        return ofPeers.getOrDefault(peer, ofLog);
    }

    /** Returns the view that was chosen for a peer alone; null if none was. */
    String ofPeer(int peer) {
        return ofPeers.get(peer);
    }

    /** Chooses the view of the log. */
    void choose(String id) {
        String before = ofLog;
        ofLog = id;
        chosen(before, id);
    }

    /** Chooses a view for a peer, or none with null. */
    void choose(int peer, String id) {
        String before = of(peer);
        if (id == null) {
            ofPeers.remove(peer);
        } else {
            ofPeers.put(peer, id);
        }
        chosen(before, of(peer));
    }

    private void chosen(String before, String now) {
        version.incrementAndGet();
        if (!Objects.equals(ViewId.layout(before), ViewId.layout(now))) {
            layoutVersion.incrementAndGet();
        }
    }

    /** The views of which messages certainly were, by {@link Lens#direction}. */
    Map<Integer, String> known() {
        return known;
    }

    /** Lets all messages be shown anew, because there are other layouts. */
    void layoutsChanged() {
        known.clear();
        version.incrementAndGet();
        layoutVersion.incrementAndGet();
    }

    /** A number that rises whenever fields may be read by another layout. */
    int layoutVersion() {
        return layoutVersion.get();
    }

    /** A number that rises with each choice. */
    int version() {
        return version.get();
    }
}
