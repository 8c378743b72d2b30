package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.net.Peer;

/**
 * A complete message that a peer has sent.
 *
 * @param bytes its bytes with the line ending, which must not be changed
 * @param encoding the encoding in which its sender is read
 */
public record Message(Peer from, byte[] bytes, Encoding encoding) {

    /** Returns the number of bytes without the line ending. */
    int length() {
        return LineEnding.lengthBefore(bytes, 0, bytes.length);
    }

    /** Returns its text without its line ending. */
    String text() {
        return TextDecoder.decode(encoding, bytes, 0, length());
    }

    /** Returns whether it is exactly this text; false if the text is empty. */
    boolean isText(String text) {
        // No encoding of ours takes more than four bytes for a character: a long message need not be decoded.
        return !text.isEmpty() && length() <= 4L * text.length() && new DecodedMessage(bytes, encoding).isText(text);
    }
}
