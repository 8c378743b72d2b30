package dev.earshot.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Remembers the role of each peer. A peer has one role at most; a role with an id has one holder at most. Any thread.
 */
final class RoleRegistry {
    private final Map<Role, PeerState> paired = new HashMap<>();
    private final Map<String, Set<PeerState>> unpaired = new HashMap<>();

    /**
     * Gives a peer this role in place of the one it has. A role with an id that another peer holds is not given.
     *
     * @return the other holder of the role if it was not given, else null
     */
    synchronized PeerState assign(PeerState state, Role role) {
        PeerState holder = role.id().isEmpty() ? null : paired.get(role);
        if (holder != null && holder != state) {
            return holder;
        }
        remove(state);
        if (role.id().isEmpty()) {
            unpaired.computeIfAbsent(role.name(), name -> new LinkedHashSet<>()).add(state);
        } else {
            paired.put(role, state);
        }
        state.setRole(role);
        return null;
    }

    /**
     * Gives a role to a peer that has requested it, if it still has none.
     *
     * @return null if it was given; the peer itself if it has been given one meanwhile; else the holder of the role
     */
    synchronized PeerState assignFirst(PeerState state, Role role) {
        return state.role() == null ? assign(state, role) : state;
    }

    /** Takes a role away from its holder, unless that has another one by now. */
    synchronized void removeFrom(PeerState holder, Role role) {
        if (role.equals(holder.role())) {
            remove(holder);
        }
    }

    /** Takes away the role of a peer; returns it, or null if it had none. */
    synchronized Role remove(PeerState state) {
        Role role = state.role();
        if (role != null) {
            state.setRole(null);
            if (role.id().isEmpty()) {
                unpaired.get(role.name()).remove(state);
            } else {
                paired.remove(role);
            }
        }
        return role;
    }

    /** Returns all peers whose role has this name. */
    synchronized List<PeerState> peersWithRole(String name) {
        List<PeerState> all = new ArrayList<>(unpaired.getOrDefault(name, Set.of()));
        paired.forEach((role, state) -> {
            if (role.name().equals(name)) {
                all.add(state);
            }
        });
        return all;
    }

    /** Returns the peers to which the bytes of this one go, if its side is one of these two. */
    synchronized List<PeerState> partnersOf(PeerState state, RolesAnswer sides) {
        Role other = partnerRole(state.role(), sides);
        if (other == null) {
            return List.of();
        } else if (other.id().isEmpty()) {
            return unpaired.getOrDefault(other.name(), Set.of()).stream()
                    .filter(one -> one != state)
                    .toList();
        }
        PeerState holder = paired.get(other);
        return holder == null || holder == state ? List.of() : List.of(holder);
    }

    /**
     * Calls {@code send} and returns its result if the two peers are partners, else false. No role changes meanwhile.
     */
    synchronized boolean sendIfPartners(PeerState from, PeerState to, RolesAnswer sides, BooleanSupplier send) {
        Role other = partnerRole(from.role(), sides);
        return other != null && other.equals(to.role()) && send.getAsBoolean();
    }

    private static Role partnerRole(Role role, RolesAnswer sides) {
        if (role == null) {
            return null;
        } else if (role.name().equals(sides.first())) {
            return new Role(sides.second(), role.id());
        }
        return role.name().equals(sides.second()) ? new Role(sides.first(), role.id()) : null;
    }
}
