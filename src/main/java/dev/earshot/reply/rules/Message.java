package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.net.Peer;

/**
 * A complete message that a peer has sent.
 *
 * @param bytes its bytes with the line ending, which must not be changed; of a longer one the first MiB
 * @param total the length of the whole message in bytes
 * @param encoding the encoding in which its sender is read
 */
public record Message(Peer from, byte[] bytes, long total, Encoding encoding) {

    /** Makes a message all of whose bytes are there. */
    public Message(Peer from, byte[] bytes, Encoding encoding) {
        this(from, bytes, bytes.length, encoding);
    }

    /**
     * Returns the message as it was before its framing's escapes, which rules and templates have nothing to do with. No
     * framing applies to a datagram.
     */
    public Message unescaped(Framing framing) {
        byte[] plain = from.transport().isUdp() ? bytes : MarksFraming.unescape(framing, bytes);
        return plain == bytes ? this : new Message(from, plain, total - bytes.length + plain.length, encoding);
    }

    /**
     * Returns the index in its bytes where its text begins: behind a byte order mark, which is left out of comparisons.
     */
    public int textStart() {
        return encoding.byteOrderMarkLength(bytes, 0, bytes.length);
    }

    /** Returns the index in its bytes where its text ends: before the line ending. */
    public int textEnd() {
        return LineEnding.lengthBefore(encoding, bytes, 0, bytes.length);
    }

    /** Returns its text without its byte order mark and line ending. */
    public String text() {
        int start = textStart();
        return TextDecoder.decode(encoding, bytes, start, textEnd() - start);
    }

    /** Returns whether it is exactly this text; false if the text is empty. */
    public boolean isText(String text) {
        // No encoding of ours takes more than four bytes for a character: a long message need not be decoded.
        boolean mayBe = !text.isEmpty() && total == bytes.length && textEnd() - textStart() <= 4L * text.length();
        return mayBe && new DecodedMessage(bytes, encoding).isText(text);
    }
}
