package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Peer;

/**
 * What arrived, whole.
 *
 * @param bytes with the line ending; nobody may change them
 * @param encoding in which its sender is read
 */
public record Message(Peer from, byte[] bytes, Encoding encoding) {}
