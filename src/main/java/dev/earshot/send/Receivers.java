package dev.earshot.send;

import dev.earshot.net.Peer;
import java.util.List;

/**
 * To whom something goes that is sent more than once.
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
    public List<Peer> there(MessageSender outlet) {
        return everybody()
                ? outlet.everybody()
                : chosen.stream().filter(outlet::there).toList();
    }
}
