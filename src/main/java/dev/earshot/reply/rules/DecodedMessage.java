package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/**
 * A received message, decoded at most once however many rules match against it.
 *
 * <p>UTF-8 is assumed while the encoding of a peer is unknown. A message that is valid in both, such as one whose only
 * Chinese character is 说 (CB B5 in GBK, and a letter in UTF-8), is also matched as GBK, so that a pattern finds the
 * text that it names. One thread at a time.
 */
final class DecodedMessage {
    final byte[] bytes;
    final Encoding encoding;
    /** The beginning of the text: behind a byte order mark, which is left out of comparisons. */
    final int start;

    /** The end of the text: before the line ending. */
    final int end;

    /** The message decoded as GBK if its encoding is ambiguous, else null. */
    final DecodedMessage alternative;

    private String text;

    /** The fields of the message, in whatever encoding it is compared. */
    final MessageFields fields;

    DecodedMessage(byte[] bytes, Encoding encoding) {
        this(bytes, encoding, MessageFields.NONE);
    }

    DecodedMessage(byte[] bytes, Encoding encoding, MessageFields fields) {
        this.fields = fields;
        this.bytes = bytes;
        this.encoding = encoding;
        end = LineEnding.lengthBefore(encoding, bytes, 0, bytes.length);
        start = encoding.byteOrderMarkLength(bytes, 0, end);
        boolean ambiguous = encoding.equals(Encoding.UTF_8) && EncodingEvidence.isAmbiguous(bytes, 0, end);
        alternative = ambiguous ? new DecodedMessage(bytes, Encoding.GBK, fields) : null;
    }

    /** Returns its text without its byte order mark and line ending. */
    String text() {
        if (text == null) {
            text = TextDecoder.decode(encoding, bytes, start, end - start);
        }
        return text;
    }

    /** Returns whether it is exactly this text, in either encoding. */
    boolean isText(String expected) {
        return text().equals(expected) || alternative != null && alternative.isText(expected);
    }
}
