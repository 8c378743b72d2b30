package dev.earshot.send;

import dev.earshot.net.Peer;
import dev.earshot.session.ReachablePeers;
import java.util.List;

/**
 * The receivers that were chosen for a repeated message.
 *
 * @param chosen the peers; empty = every peer that is there at the moment of sending
 */
public record Receivers(List<Peer> chosen) {
    /** Every peer that is there at the moment of sending. */
    public static final Receivers EVERYBODY = new Receivers(List.of());

    public Receivers {
        chosen = List.copyOf(chosen);
    }

    /** Whether every peer is a receiver. */
    public boolean isEverybody() {
        return chosen.isEmpty();
    }

    /** Returns the receivers that are there now. */
    List<Peer> present(ReachablePeers peers) {
        return isEverybody() ? peers.all() : chosen.stream().filter(peers::has).toList();
    }
}
