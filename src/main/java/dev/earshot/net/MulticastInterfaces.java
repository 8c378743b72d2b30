package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interfaces of this computer over which multicast goes. Asks the system, so not on the EDT. */
public final class MulticastInterfaces {
    private static final Logger log = LoggerFactory.getLogger(MulticastInterfaces.class);

    private MulticastInterfaces() {}

    /** The names of those that are up and know multicast, in the system's order. */
    public static List<String> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MulticastInterfaces::isFit)
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

    /** On Linux the loopback does not say that it knows multicast, and does. */
    private static boolean isFit(NetworkInterface one) {
        try {
            return one.isUp() && (one.supportsMulticast() || one.isLoopback());
        } catch (SocketException e) {
            return false; // it went away while we looked
        }
    }

    /**
     * The one with this name or address.
     *
     * @throws Problem {@code problem.udp.interface.*} if there is none, or if it is down or knows no multicast
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
        if (!isFit(found)) {
            throw new Problem("problem.udp.interface.unfit", -1, found.getName(), names());
        }
        return found;
    }

    /** The one that has this address, if it knows multicast; null if none. */
    static NetworkInterface of(InetAddress local) {
        try {
            NetworkInterface found = local.isAnyLocalAddress() ? null : NetworkInterface.getByInetAddress(local);
            return found != null && isFit(found) ? found : null;
        } catch (SocketException e) {
            return null;
        }
    }

    /** Where nobody says which: one that has addresses of this family, rather not the loopback; null if there is none. */
    static NetworkInterface any(boolean six) {
        NetworkInterface loopback = null;
        for (String name : all()) {
            try {
                NetworkInterface one = NetworkInterface.getByName(name);
                boolean fits = one != null && one.inetAddresses().anyMatch(ip -> Addresses.isFour(ip) != six);
                if (fits && !one.isLoopback()) {
                    return one;
                }
                loopback = fits ? one : loopback;
            } catch (SocketException e) {
                log.debug("{} went away", name, e);
            }
        }
        return loopback;
    }
}
