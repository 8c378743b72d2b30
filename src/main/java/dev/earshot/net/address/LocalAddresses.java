package dev.earshot.net.address;

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

/** Lists the addresses of this computer that an endpoint can listen on, and recognises them. */
public final class LocalAddresses {
    private static final Logger log = LoggerFactory.getLogger(LocalAddresses.class);

    private LocalAddresses() {}

    /**
     * Returns all addresses to listen on. They are 127.0.0.1, 0.0.0.0, every IPv4 address of an interface that is up,
     * then the IPv6 counterparts. Asks the system, never a name service.
     */
    public static List<String> all() {
        Set<String> ipv4 = new LinkedHashSet<>(List.of("127.0.0.1", "0.0.0.0"));
        Set<String> ipv6 = new LinkedHashSet<>(List.of("::1", "::"));
        for (NetworkInterface netInterface : interfacesUp()) {
            for (InetAddress ip : netInterface.inetAddresses().toList()) {
                (ip instanceof Inet4Address ? ipv4 : ipv6).add(text(ip));
            }
        }
        List<String> all = new ArrayList<>(ipv4);
        all.addAll(ipv6);
        return List.copyOf(all);
    }

    /**
     * Returns whether this is an address of this computer. It may be of the loopback or of an interface, as it was at
     * most ten seconds ago. Asks the system, never a name service.
     */
    public static boolean contains(InetAddress address) {
        return address.isLoopbackAddress() || InterfaceAddresses.recent().own().contains(address);
    }

    /** Returns a zone for examples: an interface with a link-local address, else {@code eth0}. */
    static String exampleZone() {
        return interfacesUp().stream()
                .filter(netInterface -> netInterface
                        .inetAddresses()
                        .anyMatch(ip -> ip instanceof Inet6Address && ip.isLinkLocalAddress()))
                .map(NetworkInterface::getName)
                .findFirst()
                .orElse("eth0");
    }

    /** Removes the zone that the JDK adds to every IPv6 address; only link-local ones need it (RFC 4007, section 6). */
    private static String text(InetAddress ip) {
        String text = Addresses.text(ip);
        int zone = text.indexOf('%');
        return zone < 0 || ip.isLinkLocalAddress() ? text : text.substring(0, zone);
    }

    private static List<NetworkInterface> interfacesUp() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::isUp)
                    .toList();
        } catch (SocketException e) {
            log.warn("the interfaces cannot be listed", e);
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface netInterface) {
        try {
            return netInterface.isUp();
        } catch (SocketException e) {
            // It disappeared while we looked.
            return false;
        }
    }
}
