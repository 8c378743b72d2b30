package dev.earshot.reply.rules;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Cutter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled {@link Template}, which makes messages from values. Lengths are found first, then the checksums, and then
 * the pieces that are to be stuffed are. Any thread.
 */
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
         * @throws Problem if it cannot be written in the receiver's encoding, or a capture is no number
         */
        byte[] bytes(TemplateValues values) throws Problem;

        /** Returns whether it needs the fields of the message that is answered. */
        default boolean readsFields() {
            return false;
        }
    }

    /**
     * A part that is a number of bytes.
     *
     * @param of the piece whose bytes it counts; null = all bytes after it
     * @param at the position of the variable, for problems
     */
    record LengthPart(NumberForm form, Arithmetic arithmetic, TemplateMarks.Piece of, int at) implements Part {
        private byte[] bytes(int number, int[] starts, Encoding encoding) throws Problem {
            int from = of == null ? starts[number + 1] : starts[of.from()];
            int to = of == null ? starts[starts.length - 1] : starts[of.to()];
            long length = arithmetic.apply(to - from);
            if (length < 0 || length > form.most()) {
                throw TemplateParser.problem("problem.template.overflow", at, Long.toString(length), form.size());
            }
            return form.bytes(length, encoding);
        }
    }

    /**
     * A part that is a checksum.
     *
     * @param of the piece that it covers, up to itself if it stands in it; null = all bytes before it
     * @param skipped how many bytes at the beginning of these are left out
     */
    record ChecksumPart(Checksum checksum, ChecksumForm form, TemplateMarks.Piece of, int skipped) implements Part {
        /** Returns the number of the first part that it covers. */
        int from() {
            return of == null ? 0 : of.from();
        }

        /** Returns the number of the part behind those that it covers, given its own number. */
        int to(int number) {
            return of == null || of.contains(number) ? number : of.to();
        }

        private byte[] bytes(int number, byte[] answer, int[] starts, Encoding encoding) {
            int end = starts[to(number)];
            int start = Math.min(starts[from()] + skipped, end);
            return form.bytes(checksum, checksum.of(answer, start, end - start), encoding);
        }
    }

    private final List<Part> parts;
    private final List<Integer> checksums;
    private final List<TemplateMarks.Piece> stuffed;

    /**
     * Creates a template of these parts.
     *
     * @param checksums the numbers of the parts that are checksums, each after those that it covers
     * @param stuffed the pieces that are to be stuffed, none within another, in the order in which they stand
     */
    CompiledTemplate(List<Part> parts, List<Integer> checksums, List<TemplateMarks.Piece> stuffed) {
        this.parts = List.copyOf(parts);
        this.checksums = List.copyOf(checksums);
        this.stuffed = List.copyOf(stuffed);
    }

    /** Returns whether any part needs the fields of the message that is answered. */
    public boolean readsFields() {
        return parts.stream()
                .anyMatch(part -> part instanceof IndependentPart independent && independent.readsFields());
    }

    /**
     * Returns the bytes of an answer.
     *
     * @throws Problem if a text cannot be written in the receiver's encoding, a capture is no number, a length does not
     *     fit into its field, or there are more than {@link #MOST_BYTES}
     */
    public byte[] fill(TemplateValues values) throws Problem {
        Encoding encoding = values.encoding();
        byte[][] pieces = new byte[parts.size()][];
        for (int i = 0; i < pieces.length; i++) {
            Part part = parts.get(i);
            if (part instanceof IndependentPart independent) {
                pieces[i] = independent.bytes(values);
            } else if (part instanceof ChecksumPart sum) {
                pieces[i] = new byte[sum.form().size(sum.checksum(), encoding)];
            } else if (part instanceof LengthPart length) {
                pieces[i] = new byte[length.form().bytes(0, encoding).length];
            }
        }
        int[] starts = new int[pieces.length + 1];
        writeLengths(pieces, starts, encoding);
        byte[] answer = new byte[starts[pieces.length]];
        for (int i = 0; i < pieces.length; i++) {
            System.arraycopy(pieces[i], 0, answer, starts[i], pieces[i].length);
        }
        for (int i : checksums) {
            byte[] sum = ((ChecksumPart) parts.get(i)).bytes(i, answer, starts, encoding);
            System.arraycopy(sum, 0, answer, starts[i], sum.length);
        }
        return stuffed.isEmpty() ? answer : stuff(answer, starts);
    }

    /** Writes the lengths, again and again while one has become longer by a digit, which another may count. */
    private void writeLengths(byte[][] pieces, int[] starts, Encoding encoding) throws Problem {
        boolean grown = true;
        while (grown) {
            grown = false;
            findStarts(pieces, starts);
            for (int i = 0; i < pieces.length; i++) {
                if (parts.get(i) instanceof LengthPart length) {
                    byte[] written = length.bytes(i, starts, encoding);
                    grown |= written.length > pieces[i].length;
                    pieces[i] = written;
                }
            }
        }
    }

    private static void findStarts(byte[][] pieces, int[] starts) throws Problem {
        long start = 0;
        for (int i = 0; i < pieces.length; i++) {
            start += pieces[i].length;
            checkSize(start);
            starts[i + 1] = (int) start;
        }
    }

    private byte[] stuff(byte[] answer, int[] starts) throws Problem {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length + 16);
        int copied = 0;
        for (TemplateMarks.Piece piece : stuffed) {
            int from = starts[piece.from()];
            int to = starts[piece.to()];
            out.write(answer, copied, from - copied);
            out.writeBytes(piece.stuffing().stuff(Arrays.copyOfRange(answer, from, to)));
            copied = to;
        }
        out.write(answer, copied, answer.length - copied);
        checkSize(out.size());
        return out.toByteArray();
    }

    private static void checkSize(long bytes) throws Problem {
        if (bytes > MOST_BYTES) {
            throw new Problem("problem.template.long", -1, MOST_BYTES);
        }
    }
}
