package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Those who are there and for whom a behaviour holds. Any thread. */
final class PresentPeers implements Participants {
    private final Map<Integer, PeerState> parties;
    private final Set<Integer> only;
    private final RoleBook roles;
    private final IntFunction<Encoding> encodings;

    /** @param only the numbers of those for whom it holds; empty = for all */
    PresentPeers(Map<Integer, PeerState> parties, Set<Integer> only, RoleBook roles, IntFunction<Encoding> encodings) {
        this.parties = parties;
        this.only = only;
        this.roles = roles;
        this.encodings = encodings;
    }

    /** In the order in which they came. */
    List<PeerState> parties() {
        return parties.values().stream()
                .filter(party -> holdsFor(party.peer()))
                .sorted(Comparator.comparingInt(party -> party.peer().id()))
                .toList();
    }

    /** Whether it holds for this one, there or not. */
    boolean holdsFor(Peer peer) {
        return only.isEmpty() || only.contains(peer.id());
    }

    /** The party of a peer; null if it has left. */
    PeerState find(Peer peer) {
        return parties.get(peer.id());
    }

    @Override
    public Collection<Peer> all() {
        return parties().stream().map(PeerState::peer).toList();
    }

    @Override
    public int count() {
        return only.isEmpty()
                ? parties.size()
                : (int) only.stream().filter(parties::containsKey).count();
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
