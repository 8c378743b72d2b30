package dev.earshot.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.HashMap;
import java.util.Map;

/** Which multicast groups a socket belongs to. Any thread. */
final class UdpGroups {
    private record Membership(InetAddress group, NetworkInterface on) {}

    private final DatagramChannel channel;
    private final Map<Membership, MembershipKey> joined = new HashMap<>();

    UdpGroups(DatagramChannel channel) {
        this.channel = channel;
    }

    /** False if it is a member already. */
    synchronized boolean join(InetAddress group, NetworkInterface on) throws IOException {
        if (joined.containsKey(new Membership(group, on))) {
            return false;
        }
        try {
            joined.put(new Membership(group, on), channel.join(group, on));
            return true;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new SocketException(Ending.words(e));
        }
    }

    /** False if it is no member. */
    synchronized boolean leave(InetAddress group, NetworkInterface on) {
        MembershipKey key = joined.remove(new Membership(group, on));
        if (key != null) {
            key.drop();
        }
        return key != null;
    }

    void route(NetworkInterface out, int hops, boolean loopback) throws IOException {
        if (out != null) {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, out);
        }
        channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, hops);
        channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, loopback);
    }
}
