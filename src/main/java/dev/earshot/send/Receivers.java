package dev.earshot.send;

import dev.earshot.net.Peer;
import java.util.List;

/**
 * The receivers of something that is sent more than once.
 *
 * @param chosen these and no others; empty = everybody who is there at that moment
 */
public record Receivers(List<Peer> chosen) {
    public static final Receivers EVERYBODY = new Receivers(List.of());

    public Receivers {
        chosen = List.copyOf(chosen);
    }

    public boolean everybody() {
        return chosen.isEmpty();
    }

    /** Those of them who are there now. */
    List<Peer> there(ReachablePeers peers) {
        return everybody() ? peers.all() : chosen.stream().filter(peers::has).toList();
    }
}
