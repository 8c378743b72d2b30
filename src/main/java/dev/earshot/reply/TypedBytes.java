package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A piece of a typed text, with escapes, as bytes of whatever encoding it is wanted in: each is written once. */
final class TypedBytes {
    private final String text;
    private final int start;
    private final LineEnding newline;
    private final Map<Encoding, Written> written = new ConcurrentHashMap<>();

    /** What came of writing it: the bytes, or why not. */
    private record Written(byte[] bytes, Problem problem) {}

    /** @param newline what a line end within the text is sent as: CR LF where it is CRLF, else LF */
    TypedBytes(String typed, int start, int end, LineEnding newline) {
        // In every encoding a blank is one byte: those keep the positions of problems and are cut off again.
        this.text = " ".repeat(start) + typed.substring(start, end);
        this.start = start;
        this.newline = newline;
    }

    /** @throws Problem if it cannot be written in that encoding, with its place in what was typed */
    byte[] in(Encoding encoding) throws Problem {
        Written found = written.computeIfAbsent(encoding, this::write);
        if (found.problem != null) {
            throw found.problem;
        }
        return found.bytes;
    }

    /** The same, or null if it cannot be written. */
    byte[] orNull(Encoding encoding) {
        return written.computeIfAbsent(encoding, this::write).bytes;
    }

    private Written write(Encoding encoding) {
        try {
            byte[] all = Payload.text(text, encoding, true, newline);
            return new Written(Arrays.copyOfRange(all, start, all.length - newline.bytes().length), null);
        } catch (Problem e) {
            return new Written(null, e);
        }
    }
}
