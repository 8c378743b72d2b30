package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** The connected peers to which one behaviour applies. Any thread. */
final class PresentPeers implements Participants {
    private final Map<Integer, PeerState> states;
    private final Set<Integer> onlyPeers;
    private final RoleRegistry roles;
    private final IntFunction<Encoding> encodings;

    /**
     * Creates a live view of the connected peers.
     *
     * @param onlyPeers the numbers of the peers to which the behaviour applies; empty = to all
     * @param encodings returns the encoding of a peer by its number
     */
    PresentPeers(
            Map<Integer, PeerState> states,
            Set<Integer> onlyPeers,
            RoleRegistry roles,
            IntFunction<Encoding> encodings) {
        this.states = states;
        this.onlyPeers = onlyPeers;
        this.roles = roles;
        this.encodings = encodings;
    }

    /** Returns their states in the order in which they connected. */
    List<PeerState> states() {
        return states.values().stream()
                .filter(state -> includes(state.peer()))
                .sorted(Comparator.comparingInt(state -> state.peer().id()))
                .toList();
    }

    /** Returns whether the behaviour applies to this peer, connected or not. */
    boolean includes(Peer peer) {
        return onlyPeers.isEmpty() || onlyPeers.contains(peer.id());
    }

    /** Returns the state of a peer; null if it has left. */
    PeerState find(Peer peer) {
        return states.get(peer.id());
    }

    @Override
    public Collection<Peer> all() {
        return states().stream().map(PeerState::peer).toList();
    }

    @Override
    public int count() {
        return onlyPeers.isEmpty()
                ? states.size()
                : (int) onlyPeers.stream().filter(states::containsKey).count();
    }

    @Override
    public Collection<Peer> withRole(String name) {
        return roles.peersWithRole(name).stream()
                .map(PeerState::peer)
                .filter(this::includes)
                .sorted(Comparator.comparingInt(Peer::id))
                .toList();
    }

    @Override
    public Encoding encoding(Peer peer) {
        return encodings.apply(peer.id());
    }

    @Override
    public String state(Peer peer) {
        PeerState state = find(peer);
        return state == null ? Rule.START : state.conversationState();
    }
}
