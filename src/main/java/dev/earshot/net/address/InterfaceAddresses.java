package dev.earshot.net.address;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of all network interfaces of this computer at one time. Immutable.
 *
 * @param own the addresses under which this computer is reached
 * @param broadcasts the broadcast addresses of its networks
 */
record InterfaceAddresses(Set<InetAddress> own, Set<InetAddress> broadcasts) {
    private static final Logger log = LoggerFactory.getLogger(InterfaceAddresses.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Snapshot(InterfaceAddresses addresses, long at) {}

    private static volatile Snapshot latest;

    /** Returns the addresses as they were at most ten seconds ago. Cheap, any thread. */
    static InterfaceAddresses recent() {
        Snapshot snapshot = latest;
        if (snapshot == null || System.nanoTime() - snapshot.at > FRESH_NANOS) {
            snapshot = new Snapshot(read(), System.nanoTime());
            latest = snapshot;
        }
        return snapshot.addresses;
    }

    private static InterfaceAddresses read() {
        try {
            List<InterfaceAddress> all = NetworkInterface.networkInterfaces()
                    .flatMap(one -> one.getInterfaceAddresses().stream())
                    .toList();
            return new InterfaceAddresses(
                    all.stream().map(InterfaceAddress::getAddress).collect(Collectors.toUnmodifiableSet()),
                    all.stream()
                            .map(InterfaceAddress::getBroadcast)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (SocketException e) {
            log.warn("the interfaces cannot be listed", e);
            return new InterfaceAddresses(Set.of(), Set.of());
        }
    }
}
