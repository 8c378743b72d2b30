package dev.earshot.fields;

import dev.earshot.codec.Encoding;

/**
 * A message whose fields are to be read, with its encoding and its direction.
 *
 * @param bytes contain the message; they must not change
 * @param start index of its first byte
 * @param end index behind its last byte
 * @param encoding of its texts, where a field names no other
 * @param fromClient whether the side that opened the connection has sent it, as far as that is known
 */
public record FieldInput(byte[] bytes, int start, int end, Encoding encoding, boolean fromClient) {

    /** Makes the input of a whole array. */
    public static FieldInput of(byte[] message, Encoding encoding, boolean fromClient) {
        return new FieldInput(message, 0, message.length, encoding, fromClient);
    }

    /** Returns the number of bytes of the message. */
    public int length() {
        return end - start;
    }
}
