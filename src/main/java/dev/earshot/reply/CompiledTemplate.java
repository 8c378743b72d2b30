package dev.earshot.reply;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Cutter;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A compiled {@link Template}, which makes messages from values. Any thread. */
public final class CompiledTemplate {
    /** The size limit of an answer in bytes, because a template may repeat a long message many times. */
    public static final int MOST_BYTES = 2 * Cutter.MAX_ROW;

    /** A part of the template, which makes a piece of the answer. */
    sealed interface Part {}

    /** A part that does not depend on the rest of the answer. */
    non-sealed interface IndependentPart extends Part {
        /**
         * Returns the bytes of this piece.
         *
         * @throws Problem if it cannot be written in the receiver's encoding
         */
        byte[] bytes(TemplateValues values) throws Problem;
    }

    /** A part that is the number of bytes after it. */
    record LengthPart(NumberForm form) implements Part {}

    /** A part that is the checksum of all bytes before it, except the first {@code from}. */
    record ChecksumPart(Checksum checksum, boolean littleEndian, boolean hex, int from) implements Part {
        int size() {
            return hex ? 2 * checksum.size() : checksum.size();
        }

        byte[] bytes(byte[] answer, int length) {
            int start = Math.min(from, length);
            byte[] bytes = checksum.bytes(checksum.of(answer, start, length - start), littleEndian);
            return hex ? digits(bytes) : bytes;
        }

        private static byte[] digits(byte[] bytes) {
            return Hex.print(bytes, 0, bytes.length).replace(" ", "").getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final List<Part> parts;

    CompiledTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Returns the bytes of an answer.
     *
     * @throws Problem if a text cannot be written in the receiver's encoding, a length does not fit into its field, or
     *     there are more than {@link #MOST_BYTES}
     */
    public byte[] fill(TemplateValues values) throws Problem {
        byte[][] pieces = new byte[parts.size()][];
        long following = 0;
        // Backwards, because a length counts the bytes after it.
        for (int i = pieces.length - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part instanceof IndependentPart plain) {
                pieces[i] = plain.bytes(values);
            } else if (part instanceof LengthPart length) {
                pieces[i] = length.form().bytesExact(following);
            }
            following += part instanceof ChecksumPart sum ? sum.size() : pieces[i].length;
            if (following > MOST_BYTES) {
                throw new Problem("problem.template.long", -1, MOST_BYTES);
            }
        }
        return join(pieces, (int) following);
    }

    private byte[] join(byte[][] pieces, int length) {
        byte[] answer = new byte[length];
        int at = 0;
        for (int i = 0; i < pieces.length; i++) {
            byte[] piece = parts.get(i) instanceof ChecksumPart sum ? sum.bytes(answer, at) : pieces[i];
            System.arraycopy(piece, 0, answer, at, piece.length);
            at += piece.length;
        }
        return answer;
    }
}
