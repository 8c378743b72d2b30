package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** The connected peers for whom one behaviour holds. Any thread. */
final class PresentPeers implements Participants {
    private final Map<Integer, PeerState> states;
    private final Set<Integer> only;
    private final RoleBook roles;
    private final IntFunction<Encoding> encodings;

    /** @param only the numbers of those for whom it holds; empty = for all */
    PresentPeers(Map<Integer, PeerState> states, Set<Integer> only, RoleBook roles, IntFunction<Encoding> encodings) {
        this.states = states;
        this.only = only;
        this.roles = roles;
        this.encodings = encodings;
    }

    /** In the order in which they came. */
    List<PeerState> states() {
        return states.values().stream()
                .filter(state -> holdsFor(state.peer()))
                .sorted(Comparator.comparingInt(state -> state.peer().id()))
                .toList();
    }

    /** Whether it holds for this one, there or not. */
    boolean holdsFor(Peer peer) {
        return only.isEmpty() || only.contains(peer.id());
    }

    /** The state of a peer; null if it has left. */
    PeerState find(Peer peer) {
        return states.get(peer.id());
    }

    @Override
    public Collection<Peer> all() {
        return states().stream().map(PeerState::peer).toList();
    }

    @Override
    public int count() {
        return only.isEmpty()
                ? states.size()
                : (int) only.stream().filter(states::containsKey).count();
    }

    @Override
    public Collection<Peer> ofRole(String name) {
        return roles.of(name).stream()
                .map(PeerState::peer)
                .filter(this::holdsFor)
                .sorted(Comparator.comparingInt(Peer::id))
                .toList();
    }

    @Override
    public Encoding encoding(Peer peer) {
        return encodings.apply(peer.id());
    }
}
