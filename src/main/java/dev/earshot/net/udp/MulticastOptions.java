package dev.earshot.net.udp;

import java.util.List;

/**
 * The multicast options of a UDP endpoint.
 *
 * @param groups the groups to receive from
 * @param interfaceName the interface to send to groups, and to receive groups that name none: its name or one of its
 *     addresses; empty lets the system choose
 * @param hops the number of networks that datagrams to groups may cross, from 0 to {@link #MOST_HOPS}; 1 is the local
 *     one
 * @param loopback whether this computer receives its own datagrams to groups
 */
public record MulticastOptions(List<MulticastGroup> groups, String interfaceName, int hops, boolean loopback) {
    /** The largest number of hops: one byte of the header holds it (RFC 791, RFC 8200). */
    public static final int MOST_HOPS = 255;

    /** The defaults of the systems, without a group. */
    public static final MulticastOptions STANDARD = new MulticastOptions(List.of(), "", 1, true);

    public MulticastOptions {
        groups = List.copyOf(groups);
    }
}
