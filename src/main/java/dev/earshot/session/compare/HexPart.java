package dev.earshot.session.compare;

import dev.earshot.journal.TaskProgress;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of two messages byte by byte, aligned by their offsets or by what they have in common. Immutable; any
 * thread.
 */
final class HexPart implements ComparedPart {
    private static final int MOST_COLUMNS = 16;
    private static final int LEAST_COLUMNS = 4;

    private final byte[] left;
    private final byte[] right;
    private final List<SequenceDiff.Run> runs;
    private final boolean exact;

    private HexPart(byte[] left, byte[] right, List<SequenceDiff.Run> runs, boolean exact) {
        this.left = left;
        this.right = right;
        this.runs = List.copyOf(runs);
        this.exact = exact;
    }

    /**
     * Compares bytes.
     *
     * @param byOffset whether each byte is compared with that at the same offset only
     * @throws TaskProgress.CancelledException if it was cancelled
     */
    static HexPart of(byte[] left, byte[] right, boolean byOffset, TaskProgress progress)
            throws TaskProgress.CancelledException {
        if (byOffset) {
            return new HexPart(left, right, sameOffsets(left, right), true);
        }
        SequenceDiff diff =
                new SequenceDiff(numbers(left), numbers(right), (long) left.length + right.length, progress);
        List<SequenceDiff.Run> runs = diff.runs();
        return new HexPart(left, right, runs, diff.isExact());
    }

    private static int[] numbers(byte... bytes) {
        int[] numbers = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i];
        }
        return numbers;
    }

    private static List<SequenceDiff.Run> sameOffsets(byte[] left, byte[] right) {
        List<SequenceDiff.Run> runs = new ArrayList<>();
        int both = Math.min(left.length, right.length);
        int at = 0;
        while (at < both) {
            int from = at;
            boolean isEqual = left[at] == right[at];
            while (at < both && left[at] == right[at] == isEqual) {
                at++;
            }
            runs.add(new SequenceDiff.Run(from, at, from, at, isEqual));
        }
        if (left.length != right.length) {
            boolean goesOn = !runs.isEmpty() && !runs.get(runs.size() - 1).isEqual();
            int from = goesOn ? runs.remove(runs.size() - 1).left() : both;
            runs.add(new SequenceDiff.Run(from, left.length, from, right.length, false));
        }
        return runs;
    }

    @Override
    public boolean isExact() {
        return exact;
    }

    @Override
    public ComparedLines lines(int width) {
        int columns = MOST_COLUMNS;
        while (columns > LEAST_COLUMNS && HexLine.width(columns) > width) {
            columns /= 2;
        }
        return new HexComparedLines(left, right, runs, columns);
    }
}
