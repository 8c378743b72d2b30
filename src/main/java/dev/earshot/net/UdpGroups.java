package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which multicast groups an endpoint belongs to, and how its datagrams go to groups. Any thread, but not the EDT. */
final class UdpGroups {
    /** There a socket that is bound to one address receives what is sent to a group; elsewhere only the wildcard does. */
    private static final boolean ADDRESS_SUFFICES =
            System.getProperty("os.name").startsWith("Windows");

    private final UdpSockets sockets;
    private final Map<MulticastGroup, MembershipKey> joined = new LinkedHashMap<>();
    private String usual = "";

    UdpGroups(UdpSockets sockets) {
        this.sockets = sockets;
    }

    /** The group with the name of the interface, or null if it was a member already. */
    synchronized MulticastGroup join(MulticastGroup group) throws Problem {
        refuseDeaf(group);
        NetworkInterface on = on(group);
        MulticastGroup member = new MulticastGroup(group.address(), on.getName());
        if (joined.containsKey(member)) {
            return null;
        }
        try {
            joined.put(member, sockets.main().join(group.address(), on));
            return member;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new Problem("problem.udp.group.failed", -1, member.text(), InputText.shown(CloseReason.describe(e)));
        }
    }

    /** A membership of which nothing would ever be received. */
    private void refuseDeaf(MulticastGroup group) throws Problem {
        InetAddress bound = sockets.bound().getAddress();
        if (!sockets.canReach(group.address())) {
            throw new Problem("problem.udp.group.family", -1, group.text(), Addresses.text(bound));
        }
        if (!bound.isAnyLocalAddress() && !ADDRESS_SUFFICES) {
            throw new Problem("problem.udp.group.bound", -1, group.text(), Addresses.text(bound));
        }
    }

    /** Where the group is received: as is said, else as is usual for the endpoint, else where the system would send to it. */
    private NetworkInterface on(MulticastGroup group) throws Problem {
        if (!group.on().isEmpty() || !usual.isEmpty()) {
            return MulticastInterfaces.find(group.on().isEmpty() ? usual : group.on());
        }
        NetworkInterface routed = MulticastInterfaces.of(sockets.localFor(group.address()));
        NetworkInterface found =
                routed == null ? MulticastInterfaces.defaultFor(!Addresses.isIpv4(group.address())) : routed;
        if (found == null) {
            throw new Problem("problem.udp.interface.none", -1, group.text());
        }
        return found;
    }

    /** Those that it left; of one without an interface, on all of them. */
    synchronized List<MulticastGroup> leave(MulticastGroup group) {
        return leave(member -> is(member, group));
    }

    /** Those that it left, being none of these. */
    synchronized List<MulticastGroup> leaveAllBut(List<MulticastGroup> wanted) {
        return leave(member -> wanted.stream().noneMatch(one -> is(member, one)));
    }

    private List<MulticastGroup> leave(Predicate<MulticastGroup> which) {
        List<MulticastGroup> left = joined.keySet().stream().filter(which).toList();
        left.forEach(one -> joined.remove(one).drop());
        return left;
    }

    /** A group without an interface is that group on any. */
    private static boolean is(MulticastGroup member, MulticastGroup group) {
        return member.address().equals(group.address()) && isOn(member, group.on());
    }

    private static boolean isOn(MulticastGroup member, String on) {
        try {
            return on.isEmpty()
                    || member.on().equals(on)
                    || member.on().equals(MulticastInterfaces.find(on).getName());
        } catch (Problem e) {
            return false;
        }
    }

    synchronized List<MulticastGroup> all() {
        return new ArrayList<>(joined.keySet());
    }

    synchronized void route(MulticastOptions options) throws Problem {
        try {
            if (!options.interfaceName().isEmpty()) {
                NetworkInterface out = MulticastInterfaces.find(options.interfaceName());
                usual = out.getName();
                sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_IF, out);
            }
            sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_TTL, options.hops());
            sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_LOOP, options.loopback());
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("problem.udp.multicast", -1, InputText.shown(CloseReason.describe(e)));
        }
    }
}
