package dev.earshot.net.address;

import java.net.InetAddress;

/** Recognises addresses of many computers: multicast groups and broadcast addresses (RFC 919). Any thread. */
public final class GroupAddresses {
    private static final String LIMITED_BROADCAST = "255.255.255.255";

    private GroupAddresses() {}

    /**
     * Returns whether this is such an address. Broadcast addresses come from our interfaces, read every ten seconds.
     */
    public static boolean contains(InetAddress address) {
        return address.isMulticastAddress()
                || Addresses.isIpv4(address)
                        && (address.getHostAddress().equals(LIMITED_BROADCAST)
                                || InterfaceAddresses.recent().broadcasts().contains(address));
    }
}
