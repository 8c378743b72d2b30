package dev.earshot.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of this computer that one can listen on. */
public final class LocalAddresses {
    private static final Logger log = LoggerFactory.getLogger(LocalAddresses.class);

    private LocalAddresses() {}

    /**
     * 127.0.0.1, 0.0.0.0 and every IPv4 address of an interface that is up, then the same for IPv6. Asks the system, never
     * a name service.
     */
    public static List<String> all() {
        Set<String> four = new LinkedHashSet<>(List.of("127.0.0.1", "0.0.0.0"));
        Set<String> six = new LinkedHashSet<>(List.of("::1", "::"));
        for (NetworkInterface one : up()) {
            for (InetAddress ip : one.inetAddresses().toList()) {
                (ip instanceof Inet4Address ? four : six).add(spoken(ip));
            }
        }
        List<String> all = new ArrayList<>(four);
        all.addAll(six);
        return List.copyOf(all);
    }

    /** A zone for examples: an interface that has a link-local address, else {@code eth0}. */
    static String exampleZone() {
        return up().stream()
                .filter(one ->
                        one.inetAddresses().anyMatch(ip -> ip instanceof Inet6Address && ip.isLinkLocalAddress()))
                .map(NetworkInterface::getName)
                .findFirst()
                .orElse("eth0");
    }

    /** The JDK adds the zone to every IPv6 address it enumerates; only link-local ones need it (RFC 4007, section 6). */
    private static String spoken(InetAddress ip) {
        String text = Addresses.text(ip);
        int zone = text.indexOf('%');
        return zone < 0 || ip.isLinkLocalAddress() ? text : text.substring(0, zone);
    }

    private static List<NetworkInterface> up() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::isUp)
                    .toList();
        } catch (SocketException e) {
            log.warn("the interfaces cannot be listed", e);
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp();
        } catch (SocketException e) {
            // It went away while we looked.
            return false;
        }
    }
}
