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

/** Which addresses stand for many computers: multicast groups, and everybody on a network (RFC 919). Any thread. */
public final class GroupAddresses {
    private static final Logger log = LoggerFactory.getLogger(GroupAddresses.class);

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String EVERYBODY = "255.255.255.255";

    private record Seen(Set<InetAddress> broadcasts, long at) {}

    private static volatile Seen seen;

    private GroupAddresses() {}

    /** Whether this is one of them, as far as this computer's interfaces tell: they are looked at every ten seconds. */
    public static boolean contain(InetAddress address) {
        return address.isMulticastAddress()
                || Addresses.isFour(address)
                        && (address.getHostAddress().equals(EVERYBODY)
                                || broadcasts().contains(address));
    }

    private static Set<InetAddress> broadcasts() {
        Seen now = seen;
        if (now == null || System.nanoTime() - now.at > FRESH_NANOS) {
            now = new Seen(look(), System.nanoTime());
            seen = now;
        }
        return now.broadcasts;
    }

    private static Set<InetAddress> look() {
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
