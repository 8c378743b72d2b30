package dev.earshot.net;

/**
 * The bytes of one send, on their way to a peer.
 *
 * @param bytes not changed by anybody
 * @param origin says who or what sends them
 */
public record OutgoingPiece(byte[] bytes, Origin origin) {
    /** Stands in the outbox for the change to TLS: what is behind it is encrypted. */
    static final OutgoingPiece UPGRADE = new OutgoingPiece(new byte[0], Origin.PERSON);
}
