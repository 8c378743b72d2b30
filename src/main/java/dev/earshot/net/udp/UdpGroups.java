package dev.earshot.net.udp;

import dev.earshot.codec.Problem;
import dev.earshot.net.CloseReason;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.InputText;
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

/** The multicast memberships and options of a UDP endpoint. Any thread, but not the EDT. */
final class UdpGroups {
    /** Whether a socket that is bound to one address receives from groups; on other systems only the wildcard does. */
    private static final boolean RECEIVES_ON_ONE_ADDRESS =
            System.getProperty("os.name").startsWith("Windows");

    private final UdpSockets sockets;
    private final Map<MulticastGroup, MembershipKey> joined = new LinkedHashMap<>();
    private String defaultInterface = "";

    UdpGroups(UdpSockets sockets) {
        this.sockets = sockets;
    }

    /** Joins a group and returns it with the name of its interface; null if it was joined already. */
    synchronized MulticastGroup join(MulticastGroup group) throws Problem {
        refuseUnreceivable(group);
        NetworkInterface netInterface = interfaceFor(group);
        MulticastGroup member = new MulticastGroup(group.address(), netInterface.getName());
        if (joined.containsKey(member)) {
            return null;
        }
        try {
            joined.put(member, sockets.main().join(group.address(), netInterface));
            return member;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new Problem("problem.udp.group.failed", -1, member.text(), InputText.shown(CloseReason.describe(e)));
        }
    }

    /** Refuses a membership that would never receive anything. */
    private void refuseUnreceivable(MulticastGroup group) throws Problem {
        InetAddress bound = sockets.bound().getAddress();
        if (!sockets.canReach(group.address())) {
            throw new Problem("problem.udp.group.family", -1, group.text(), Addresses.text(bound));
        }
        if (!bound.isAnyLocalAddress() && !RECEIVES_ON_ONE_ADDRESS) {
            throw new Problem("problem.udp.group.bound", -1, group.text(), Addresses.text(bound));
        }
    }

    /** Returns the interface for a group: its own, else the endpoint's, else the one that the system would send on. */
    private NetworkInterface interfaceFor(MulticastGroup group) throws Problem {
        if (!group.interfaceName().isEmpty() || !defaultInterface.isEmpty()) {
            return MulticastInterfaces.find(group.interfaceName().isEmpty() ? defaultInterface : group.interfaceName());
        }
        NetworkInterface routed = MulticastInterfaces.of(sockets.localFor(group.address()));
        NetworkInterface found =
                routed == null ? MulticastInterfaces.defaultFor(!Addresses.isIpv4(group.address())) : routed;
        if (found == null) {
            throw new Problem("problem.udp.interface.none", -1, group.text());
        }
        return found;
    }

    /** Leaves a group, on all interfaces if it names none, and returns the memberships that have ended. */
    synchronized List<MulticastGroup> leave(MulticastGroup group) {
        return leave(member -> matches(member, group));
    }

    /** Leaves all groups but these and returns the memberships that have ended. */
    synchronized List<MulticastGroup> leaveAllBut(List<MulticastGroup> wanted) {
        return leave(member -> wanted.stream().noneMatch(one -> matches(member, one)));
    }

    private List<MulticastGroup> leave(Predicate<MulticastGroup> which) {
        List<MulticastGroup> left = joined.keySet().stream().filter(which).toList();
        left.forEach(one -> joined.remove(one).drop());
        return left;
    }

    /** Returns whether a membership is for this group; a group without an interface stands for all interfaces. */
    private static boolean matches(MulticastGroup member, MulticastGroup group) {
        return member.address().equals(group.address()) && isOn(member, group.interfaceName());
    }

    private static boolean isOn(MulticastGroup member, String on) {
        try {
            return on.isEmpty()
                    || member.interfaceName().equals(on)
                    || member.interfaceName()
                            .equals(MulticastInterfaces.find(on).getName());
        } catch (Problem e) {
            return false;
        }
    }

    synchronized List<MulticastGroup> all() {
        return new ArrayList<>(joined.keySet());
    }

    synchronized void apply(MulticastOptions options) throws Problem {
        try {
            if (!options.interfaceName().isEmpty()) {
                NetworkInterface out = MulticastInterfaces.find(options.interfaceName());
                defaultInterface = out.getName();
                sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_IF, out);
            }
            sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_TTL, options.hops());
            sockets.main().setOption(StandardSocketOptions.IP_MULTICAST_LOOP, options.loopback());
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("problem.udp.multicast", -1, InputText.shown(CloseReason.describe(e)));
        }
    }
}
