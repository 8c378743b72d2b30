package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A part of a typed text with escapes, encoded once for each encoding in use. Any thread. */
final class EncodedText {
    private final String text;
    private final int start;
    private final LineEnding newline;
    private final Map<Encoding, Encoded> encoded = new ConcurrentHashMap<>();

    /** The encoded bytes, or the problem that prevents them. */
    private record Encoded(byte[] bytes, Problem problem) {}

    /**
     * Creates the text between two positions of a typed one.
     *
     * @param newline the line ending within the text; LF if it is none
     */
    EncodedText(String typed, int start, int end, LineEnding newline) {
        // The blanks keep the positions of problems right, and are cut off again.
        this.text = " ".repeat(start) + typed.substring(start, end);
        this.start = start;
        this.newline = newline;
    }

    /**
     * Returns its bytes in this encoding.
     *
     * @throws Problem if it cannot be written in that encoding, with its position in the typed text
     */
    byte[] bytes(Encoding encoding) throws Problem {
        Encoded found = encoded.computeIfAbsent(encoding, this::encode);
        if (found.problem != null) {
            throw found.problem;
        }
        return found.bytes;
    }

    /** Returns its bytes in this encoding; null if it cannot be written in it. */
    byte[] bytesOrNull(Encoding encoding) {
        return encoded.computeIfAbsent(encoding, this::encode).bytes;
    }

    private Encoded encode(Encoding encoding) {
        try {
            byte[] all = Payload.text(text, encoding, true, newline);
            int blanks = " ".repeat(start).getBytes(encoding.writeCharset()).length;
            return new Encoded(Arrays.copyOfRange(all, blanks, all.length - newline.bytes(encoding).length), null);
        } catch (Problem e) {
            return new Encoded(null, e);
        }
    }
}
