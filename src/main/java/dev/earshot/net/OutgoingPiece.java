package dev.earshot.net;

/**
 * The bytes of one send, on their way to a peer.
 *
 * @param bytes not changed by anybody
 * @param origin says who or what sends them
 */
record OutgoingPiece(byte[] bytes, Origin origin) {}
