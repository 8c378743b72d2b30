package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.net.Peer;

/**
 * What arrived, whole.
 *
 * @param bytes with the line ending; nobody may change them
 * @param encoding in which its sender is read
 */
public record Message(Peer from, byte[] bytes, Encoding encoding) {

    /** How many bytes are not its line ending. */
    int length() {
        return LineEnding.lengthBefore(bytes, 0, bytes.length);
    }

    /** Without its line ending. */
    String text() {
        return TextDecoder.decode(encoding, bytes, 0, length());
    }

    /** Whether it is exactly this, which is not empty. */
    boolean says(String text) {
        // No encoding of ours takes more than four bytes for a character: a long message need not be decoded.
        return !text.isEmpty() && length() <= 4L * text.length() && new DecodedMessage(bytes, encoding).is(text);
    }
}
