package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/**
 * The bytes of a message that are sent, and which of them were typed. Nobody may change them.
 *
 * @param wrapped all bytes
 * @param typedAt where the typed bytes begin
 * @param typedEnd where they end
 * @param nickEnd where the nickname's bytes after them end
 * @param encoding the encoding of the message
 */
public record ComposedMessage(Envelope.Wrapped wrapped, int typedAt, int typedEnd, int nickEnd, Encoding encoding) {

    /** Returns all bytes that are sent. */
    public byte[] bytes() {
        return wrapped.bytes();
    }

    /** Returns the typed text without its line ending. */
    public String typedText() {
        int length = LineEnding.lengthBefore(encoding, bytes(), typedAt, typedEnd - typedAt);
        return TextDecoder.decode(encoding, bytes(), typedAt, length);
    }
}
