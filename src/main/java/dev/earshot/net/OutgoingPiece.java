package dev.earshot.net;

/**
 * What is to be sent to a peer as one piece.
 *
 * @param bytes nobody changes them
 * @param origin what sends it by itself; empty if a person does
 */
record OutgoingPiece(byte[] bytes, String origin) {}
