package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/** A message that is being looked at, which may be by many rules: what more than one wants to know is found out once. */
final class Looked {
    final byte[] bytes;
    final Encoding encoding;
    /** How many of the bytes are not its line ending. */
    final int length;

    private String text;

    Looked(byte[] bytes, Encoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        length = LineEnding.lengthBefore(bytes, 0, bytes.length);
    }

    /** Its text without its line ending. */
    String text() {
        if (text == null) {
            text = TextDecoder.decode(encoding, bytes, 0, length);
        }
        return text;
    }
}
