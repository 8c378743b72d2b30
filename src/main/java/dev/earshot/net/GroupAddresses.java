package dev.earshot.net;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognises addresses of many computers: multicast groups and broadcast addresses (RFC 919). Any thread. */
public final class GroupAddresses {
    private static final Logger log = LoggerFactory.getLogger(GroupAddresses.class);

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String LIMITED_BROADCAST = "255.255.255.255";

    private record Snapshot(Set<InetAddress> broadcasts, long at) {}

    private static volatile Snapshot latest;

    private GroupAddresses() {}

    /** Returns whether this is such an address. Broadcast addresses come from our interfaces, read every ten seconds. */
    public static boolean contains(InetAddress address) {
        return address.isMulticastAddress()
                || Addresses.isIpv4(address)
                        && (address.getHostAddress().equals(LIMITED_BROADCAST)
                                || broadcasts().contains(address));
    }

    private static Set<InetAddress> broadcasts() {
        Snapshot snapshot = latest;
        if (snapshot == null || System.nanoTime() - snapshot.at > FRESH_NANOS) {
            snapshot = new Snapshot(readBroadcasts(), System.nanoTime());
            latest = snapshot;
        }
        return snapshot.broadcasts;
    }

    private static Set<InetAddress> readBroadcasts() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(one -> one.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getBroadcast)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            log.warn("the interfaces cannot be listed", e);
            return Set.of();
        }
    }
}
