package dev.earshot.net;

/**
 * What is to be sent to a peer as one piece.
 *
 * @param bytes nobody changes them
 * @param origin what sends it
 */
record OutgoingPiece(byte[] bytes, Origin origin) {}
