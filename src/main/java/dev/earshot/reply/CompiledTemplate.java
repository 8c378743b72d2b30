package dev.earshot.reply;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Cutter;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link Template} that is ready to be filled. May be used by several threads at once. */
public final class CompiledTemplate {
    /** No answer is longer, in bytes: a template may repeat a long message often. */
    public static final int MOST_BYTES = 2 * Cutter.MAX_ROW;

    /** A piece of the answer. */
    sealed interface Part {}

    /** A piece that depends on nothing else in the answer. */
    non-sealed interface Plain extends Part {
        /** @throws Problem if it cannot be written in the receiver's encoding */
        byte[] bytes(TemplateValues values) throws Problem;
    }

    /** How many bytes there are behind it. */
    record Length(NumberForm form) implements Part {}

    /** The checksum of all bytes before it but for the first {@code from}. */
    record Sum(Checksum checksum, boolean little, boolean hex, int from) implements Part {
        int size() {
            return hex ? 2 * checksum.size() : checksum.size();
        }

        byte[] bytes(byte[] answer, int length) {
            int start = Math.min(from, length);
            byte[] bytes = checksum.bytes(checksum.of(answer, start, length - start), little);
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
     * The answer.
     *
     * @throws Problem if a text cannot be written in the receiver's encoding, a length does not fit into its field, or
     *     there are more than {@link #MOST_BYTES}
     */
    public byte[] fill(TemplateValues values) throws Problem {
        byte[][] pieces = new byte[parts.size()][];
        long behind = 0;
        // Backwards, for a length counts what is behind it.
        for (int i = pieces.length - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part instanceof Plain plain) {
                pieces[i] = plain.bytes(values);
            } else if (part instanceof Length length) {
                pieces[i] = length.form().exact(behind);
            }
            behind += part instanceof Sum sum ? sum.size() : pieces[i].length;
            if (behind > MOST_BYTES) {
                throw new Problem("problem.template.long", -1, MOST_BYTES);
            }
        }
        return joined(pieces, (int) behind);
    }

    private byte[] joined(byte[][] pieces, int length) {
        byte[] answer = new byte[length];
        int at = 0;
        for (int i = 0; i < pieces.length; i++) {
            byte[] piece = parts.get(i) instanceof Sum sum ? sum.bytes(answer, at) : pieces[i];
            System.arraycopy(piece, 0, answer, at, piece.length);
            at += piece.length;
        }
        return answer;
    }
}
