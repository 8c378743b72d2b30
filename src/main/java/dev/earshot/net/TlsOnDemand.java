package dev.earshot.net;

import dev.earshot.codec.Problem;

/** Loads the TLS of conversations that begin plain and are encrypted later, as by STARTTLS (RFC 3207). Any thread. */
public interface TlsOnDemand {

    /**
     * Returns both sides, of which a conversation needs one. Reads files.
     *
     * @throws Problem what is wrong with them
     */
    TlsSides load() throws Problem;
}
