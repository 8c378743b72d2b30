package dev.earshot.net;

import java.util.List;

/**
 * What a UDP endpoint does about multicast.
 *
 * @param groups it receives from these
 * @param interfaceName through which datagrams go to groups, and on which groups are received that do not say where, by its
 *     name or one of its addresses; empty leaves it to the system
 * @param hops how many networks datagrams to groups may cross, from 0 to {@link #MOST_HOPS}; 1 stays in the local one
 * @param loopback whether this computer gets them too
 */
public record MulticastOptions(List<MulticastGroup> groups, String interfaceName, int hops, boolean loopback) {
    /** A byte of the header holds it (RFC 791, RFC 8200). */
    public static final int MOST_HOPS = 255;

    /** No group; what the systems do if they are not told otherwise. */
    public static final MulticastOptions STANDARD = new MulticastOptions(List.of(), "", 1, true);

    public MulticastOptions {
        groups = List.copyOf(groups);
    }
}
