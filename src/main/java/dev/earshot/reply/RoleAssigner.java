package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import java.util.Map;

/** Gives roles to peers and takes them away on behalf of the user. Any thread. */
public final class RoleAssigner {
    private final Map<Integer, PeerState> states;
    private final RoleRegistry roles;
    private final ReplySender sender;

    /** @param states the states of the connected peers by number, as a live map */
    RoleAssigner(Map<Integer, PeerState> states, RoleRegistry roles, ReplySender sender) {
        this.states = states;
        this.roles = roles;
        this.sender = sender;
    }

    /** Returns the role of a peer; null if it has none or has left. */
    public Role roleOf(Peer peer) {
        PeerState state = states.get(peer.id());
        return state == null ? null : state.role();
    }

    /**
     * Gives a peer this role; null takes its role away. Does nothing if the peer has left.
     *
     * @throws Problem if the role has an id and another peer has it, or it is not valid
     */
    public void assign(Peer peer, Role role) throws Problem {
        PeerState state = states.get(peer.id());
        if (state == null) {
            return;
        } else if (role == null) {
            Role previous = roles.remove(state);
            if (previous != null) {
                sender.note(state, ReplyNote.ROLE_TAKEN, previous);
            }
            return;
        }
        role.check();
        PeerState holder = roles.assign(state, role);
        if (holder != null) {
            throw new Problem(
                    "problem.role.used",
                    -1,
                    role.toString(),
                    Addresses.text(holder.peer().remote()));
        }
        sender.note(state, ReplyNote.ROLE_GIVEN, role);
        if (state.isEnding() || !states.containsKey(peer.id())) {
            roles.remove(state); // it left meanwhile
        }
    }
}
