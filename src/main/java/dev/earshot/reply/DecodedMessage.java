package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/**
 * A message that is being looked at, which may be by many rules: what more than one wants to know is found out once.
 *
 * <p>Whose encoding nobody knows yet is read in UTF-8. A message that can be either, such as one whose only Chinese
 * character is 说 (CB B5 in GBK, and a letter in UTF-8), is looked at in GBK as well: a pattern should find what it names.
 */
final class DecodedMessage {
    final byte[] bytes;
    final Encoding encoding;
    /** How many of the bytes are not its line ending. */
    final int length;

    /** The same message read otherwise, or null if there is no doubt. */
    final DecodedMessage otherwise;

    private String text;

    DecodedMessage(byte[] bytes, Encoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        length = LineEnding.lengthBefore(bytes, 0, bytes.length);
        boolean doubtful = encoding.equals(Encoding.UTF_8) && EncodingEvidence.isAmbiguous(bytes, 0, length);
        otherwise = doubtful ? new DecodedMessage(bytes, Encoding.GBK) : null;
    }

    /** Its text without its line ending. */
    String text() {
        if (text == null) {
            text = TextDecoder.decode(encoding, bytes, 0, length);
        }
        return text;
    }

    /** Whether it is exactly this text. */
    boolean is(String wanted) {
        return text().equals(wanted) || otherwise != null && otherwise.is(wanted);
    }
}
