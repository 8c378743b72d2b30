package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/**
 * The bytes of a message as they go out, and which of them were typed. Nobody may change them.
 *
 * @param wrapped all of it
 * @param typedAt where what was typed begins
 * @param typedEnd where it ends
 * @param nickEnd where what a nickname puts behind it ends
 * @param encoding in which it was typed
 */
public record ComposedMessage(Envelope.Wrapped wrapped, int typedAt, int typedEnd, int nickEnd, Encoding encoding) {

    public byte[] bytes() {
        return wrapped.bytes();
    }

    /** The text that was typed, without its line ending. */
    public String typedText() {
        int length = LineEnding.lengthBefore(bytes(), typedAt, typedEnd - typedAt);
        return TextDecoder.decode(encoding, bytes(), typedAt, length);
    }
}
