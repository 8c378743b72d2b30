package dev.earshot.net;

import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.ServerTls;

/**
 * Which connections of an endpoint are encrypted, and how.
 *
 * @param accepting for connections that are accepted, or null for plain ones
 * @param connecting for connections that are made, or null for plain ones
 */
public record TlsSides(ServerTls accepting, ClientTls connecting) {
    /** Nothing is encrypted. */
    public static final TlsSides NONE = new TlsSides(null, null);
}
