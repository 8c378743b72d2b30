package dev.earshot.net.udp;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.InputText;
import dev.earshot.net.address.IpText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the interfaces of this computer that support multicast. Asks the system, so not on the EDT. */
public final class MulticastInterfaces {
    private static final Logger log = LoggerFactory.getLogger(MulticastInterfaces.class);

    private MulticastInterfaces() {}

    /** Returns the names of the interfaces that are up and support multicast, in the system's order. */
    public static List<String> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MulticastInterfaces::supportsMulticast)
                    .map(NetworkInterface::getName)
                    .toList();
        } catch (SocketException e) {
            log.warn("the interfaces cannot be listed", e);
            return List.of();
        }
    }

    static String names() {
        return all().stream().limit(8).collect(Collectors.joining(", "));
    }

    /**
     * Returns whether an interface is up and supports multicast; on Linux the loopback supports it and does not say so.
     */
    private static boolean supportsMulticast(NetworkInterface one) {
        try {
            return one.isUp() && (one.supportsMulticast() || one.isLoopback());
        } catch (SocketException e) {
            return false; // it disappeared while we looked
        }
    }

    /**
     * Returns the interface with this name or address.
     *
     * @throws Problem {@code problem.udp.interface.*} if there is none, or if it is down or does not support multicast
     */
    static NetworkInterface find(String nameOrAddress) throws Problem {
        NetworkInterface found = null;
        try {
            found = NetworkInterface.getByName(nameOrAddress);
            found = found == null ? NetworkInterface.getByInetAddress(IpText.parse(nameOrAddress)) : found;
        } catch (IOException | Problem e) {
            log.debug("no interface {}", nameOrAddress, e);
        }
        if (found == null) {
            throw new Problem("problem.udp.interface.unknown", -1, InputText.shown(nameOrAddress), names());
        }
        if (!supportsMulticast(found)) {
            throw new Problem("problem.udp.interface.unfit", -1, found.getName(), names());
        }
        return found;
    }

    /** Returns the interface with this address if it supports multicast, else null. */
    static NetworkInterface of(InetAddress local) {
        try {
            NetworkInterface found = local.isAnyLocalAddress() ? null : NetworkInterface.getByInetAddress(local);
            return found != null && supportsMulticast(found) ? found : null;
        } catch (SocketException e) {
            return null;
        }
    }

    /** Returns a default interface with an address of this family, the loopback only if there is no other; or null. */
    static NetworkInterface defaultFor(boolean ipv6) {
        NetworkInterface loopback = null;
        for (String name : all()) {
            try {
                NetworkInterface one = NetworkInterface.getByName(name);
                boolean fits = one != null && one.inetAddresses().anyMatch(ip -> Addresses.isIpv4(ip) != ipv6);
                if (fits && !one.isLoopback()) {
                    return one;
                }
                loopback = fits ? one : loopback;
            } catch (SocketException e) {
                log.debug("{} disappeared", name, e);
            }
        }
        return loopback;
    }
}
