package dev.earshot.net;

import dev.earshot.net.address.AddressFilter;

/**
 * The limits that protect a server from its clients. 0 switches a limit off.
 *
 * @param most the number of clients at once; 0: as many as descriptors allow, see {@link Descriptors}. One client of
 *     this computer comes in beyond it, if there is none of this computer
 * @param perAddress the number of clients of one address at once
 * @param newPerSecond the number of clients that may come in one second
 * @param idleSeconds the time without a byte in either direction after which a client is disconnected
 * @param firstByteSeconds the time in which a client must have sent its first byte
 * @param mostUnsent the bytes waiting to be sent to one client above which it is reset
 * @param writeSeconds the time for which bytes may wait without progress before the client is reset
 * @param addresses who may connect
 */
public record ClientLimits(
        int most,
        int perAddress,
        int newPerSecond,
        int idleSeconds,
        int firstByteSeconds,
        int mostUnsent,
        int writeSeconds,
        AddressFilter addresses) {

    /** The greatest number of clients, and the longest time in seconds, that can be chosen. */
    public static final int MOST = 1_000_000;

    /** As many clients as descriptors allow, and no other limit. */
    public static final ClientLimits STANDARD = new ClientLimits(0, 0, 0, 0, 0, 0, 0, AddressFilter.ALL);
}
