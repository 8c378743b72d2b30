package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Participants;
import dev.earshot.reply.rules.Rule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connected peers that one set of automatic replies answers. Any thread. */
final class PresentPeers implements Participants {
    private final Map<Integer, PeerState> states;
    private final Set<Integer> onlyPeers;
    private final Framing framing;
    private final RoleRegistry roles;
    private final PeerLens lens;

    /**
     * Creates a live view of the connected peers.
     *
     * @param behaviour says to which peers it applies, and cuts their messages
     * @param lens tells how the messages of peers are read
     */
    PresentPeers(Map<Integer, PeerState> states, Behaviour behaviour, RoleRegistry roles, PeerLens lens) {
        this.states = states;
        this.onlyPeers = behaviour.onlyPeers();
        framing = behaviour.framing();
        this.roles = roles;
        this.lens = lens;
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
        return lens.apply(peer.id());
    }

    @Override
    public FieldSource fieldSource(Peer peer) {
        return lens.fields(framing, peer);
    }

    /** Begins to load what the source of fields needs. */
    void prepareFields() {
        lens.prepareFields();
    }

    @Override
    public String state(Peer peer) {
        PeerState state = find(peer);
        return state == null ? Rule.START : state.conversationState();
    }
}
