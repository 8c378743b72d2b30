package dev.earshot.codec;

import dev.earshot.codec.HexDumpRow.Gutter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Reads the bytes of a hex dump row by row, and checks that the offsets follow each other. Confined to one thread. */
final class HexDumpReader {
    /** In bytes: more than a message can have, because a short dump can stand for terabytes of equal rows. */
    private static final int MOST = 16 << 20;

    private static final String REPETITION = "*";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private HexDumpRow last;
    private long expected;
    private Line repetition;
    private boolean isComplete;

    /** A line that is not blank. */
    private record Line(String all, int from, int to, int number) {
        static Line first(String all, int number) {
            return after(all, -1, number - 1);
        }

        /** Returns the first line behind the lines of a header. */
        static Line behind(String all, int header) {
            int lines = (int)
                    all.substring(0, header).chars().filter(c -> c == '\n').count();
            return after(all, header - 1, lines);
        }

        Line next() {
            return after(all, to, number);
        }

        /** Returns the first line behind a position that is not blank, or null. */
        private static Line after(String all, int end, int number) {
            int line = number;
            for (int from = end + 1; from < all.length(); ) {
                int found = all.indexOf('\n', from);
                int to = found < 0 ? all.length() : found;
                line++;
                if (!isBlank(all, from, to)) {
                    return new Line(all, from, to, line);
                }
                from = to + 1;
            }
            return null;
        }

        private static boolean isBlank(String all, int from, int to) {
            int at = from;
            while (at < to && Character.isWhitespace(all.charAt(at))) {
                at++;
            }
            return at == to;
        }

        HexDumpRow row() {
            return HexDumpRow.parse(all, from, to);
        }

        boolean isRepetition() {
            return to - from <= 80 && all.substring(from, to).strip().equals(REPETITION);
        }

        Problem problem(String key, Object... more) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = Integer.toString(number);
            System.arraycopy(more, 0, arguments, 1, more.length);
            return new Problem(key, from, arguments);
        }
    }

    /** Begins a dump with this row. */
    private HexDumpReader(HexDumpRow first) {
        expected = first.offset();
    }

    /**
     * Reads a text that is a dump.
     *
     * @return nothing if the text is not certainly a dump
     * @throws Problem if it is one with a mistake in it
     */
    static Optional<byte[]> find(String text) throws Problem {
        int header = HexDumpHeader.length(text);
        Line line = header == 0 ? Line.first(text, 1) : Line.behind(text, header);
        HexDumpRow row = header == 0 || line == null ? null : line.row();
        HexDumpReader reader = row == null ? line == null ? null : begin(line) : new HexDumpReader(row);
        if (reader == null) {
            return Optional.empty();
        }
        for (; line != null; line = line.next()) {
            reader.add(line);
        }
        reader.end();
        return Optional.of(reader.take());
    }

    /** @throws Problem if it is not known how often a row is repeated */
    void end() throws Problem {
        if (repetition != null) {
            throw repetition.problem("problem.hex.dump.repeat");
        }
    }

    /** Returns a reader for the dump that begins in a line, or null if it is not certain that one does. */
    static HexDumpReader begin(String line) {
        return begin(Line.first(line, 1));
    }

    private static HexDumpReader begin(Line line) {
        HexDumpRow first = line.row();
        if (first == null || first.group() == 0) {
            return null;
        }
        return first.isCertain() || first.canBeContinued() && isContinued(first, line.next())
                ? new HexDumpReader(first)
                : null;
    }

    private static boolean isContinued(HexDumpRow first, Line next) {
        HexDumpRow second = next == null ? null : next.row();
        return second != null && second.offset() == first.end() || next != null && next.isRepetition();
    }

    /** Whether a line belongs to the dump, if only by its looks. */
    boolean isContinuedBy(String text) {
        Line line = Line.first(text, 1);
        HexDumpRow row = line.row();
        boolean follows = row != null && (row.offset() == expected || last != null && last.isLike(row));
        return follows || line.isRepetition() || repetition != null;
    }

    /**
     * Adds the row in a line with this number.
     *
     * @throws Problem if it is not the next row of the dump
     */
    void add(String text, int number) throws Problem {
        add(Line.first(text, number));
    }

    private void add(Line line) throws Problem {
        if (last != null && line.isRepetition()) {
            repetition = line;
            return;
        }
        HexDumpRow row = line.row();
        if (row == null) {
            end();
            throw line.problem("problem.hex.dump.row");
        } else if (row.hasWords()) {
            throw line.problem("problem.hex.dump.words");
        } else if (row.gutter() == Gutter.UNCLEAR) {
            throw line.problem("problem.hex.dump.text");
        }
        long begins = expected;
        expected = row.end();
        if (repetition != null) {
            repeat(row.offset() - begins);
        } else if (row.offset() != begins && (row.offset() != 0 || row.group() == 0)) {
            throw line.problem("problem.hex.dump.offset", Long.toHexString(row.offset()), Long.toHexString(begins));
        }
        bytes.writeBytes(row.bytes());
        isComplete = row.group() == 0;
        last = isComplete ? last : row;
    }

    private void repeat(long size) throws Problem {
        Line at = repetition;
        repetition = null;
        int row = last.bytes().length;
        if (size < 0 || size % row != 0) {
            throw at.problem("problem.hex.dump.repeat");
        } else if (size > MOST - bytes.size()) {
            throw at.problem("problem.hex.dump.large", MOST >> 20);
        }
        for (long i = 0; i < size; i += row) {
            bytes.writeBytes(last.bytes());
        }
    }

    /** Whether the last line was the offset at the end of the dump. */
    boolean isComplete() {
        return isComplete;
    }

    /** Forgets that a row is repeated, because what follows says not how often. */
    void forget() {
        repetition = null;
    }

    /** Returns the bytes since the last call. */
    byte[] take() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
