package dev.earshot.net;

import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.ServerTls;
import java.util.List;

/**
 * The encryption of the connections that an endpoint accepts and of those that it makes.
 *
 * @param accepting for connections that are accepted, or null for plain ones
 * @param connecting for connections that are made, or null for plain ones
 * @param readableKeys the files of our keys that everybody on this computer can read
 * @param onDemand for connections that begin plain and are encrypted later, or null if none can be
 */
public record TlsSides(ServerTls accepting, ClientTls connecting, List<String> readableKeys, TlsOnDemand onDemand) {
    /** Nothing is encrypted. */
    public static final TlsSides NONE = new TlsSides(null, null);

    public TlsSides {
        readableKeys = List.copyOf(readableKeys);
    }

    /** Makes sides whose keys nobody else can read. */
    public TlsSides(ServerTls accepting, ClientTls connecting) {
        this(accepting, connecting, List.of(), null);
    }

    /** Makes the sides of connections that begin plain. */
    public static TlsSides onDemand(TlsOnDemand later) {
        return new TlsSides(null, null, List.of(), later);
    }
}
