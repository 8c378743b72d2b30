package dev.earshot.session.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of two hex dumps, of which equal bytes stand at the same place. Immutable; any thread. */
final class HexComparedLines implements ComparedLines {
    private final byte[] left;
    private final byte[] right;
    private final List<SequenceDiff.Run> runs;
    private final int columns;
    private final int[] starts; // the place where each run begins, and behind the last one where it ends
    private final int[] different; // the places where the differences begin

    HexComparedLines(byte[] left, byte[] right, List<SequenceDiff.Run> runs, int columns) {
        this.left = left;
        this.right = right;
        this.runs = runs;
        this.columns = columns;
        starts = new int[runs.size() + 1];
        for (int i = 0; i < runs.size(); i++) {
            SequenceDiff.Run run = runs.get(i);
            starts[i + 1] = starts[i] + Math.max(run.leftLength(), run.rightLength());
        }
        different = IntStream.range(0, runs.size())
                .filter(i -> !runs.get(i).isEqual())
                .map(i -> starts[i])
                .toArray();
    }

    @Override
    public int size() {
        return (starts[runs.size()] + columns - 1) / columns;
    }

    @Override
    public int differences() {
        return different.length;
    }

    @Override
    public int lineOf(int difference) {
        return different[difference] / columns;
    }

    @Override
    public ComparedLine line(int index) {
        int from = index * columns;
        int end = Math.min(from + columns, starts[runs.size()]);
        HexLine onLeft = new HexLine(columns);
        HexLine onRight = new HexLine(columns);
        boolean leftDiffers = false;
        boolean rightDiffers = false;
        int found = Arrays.binarySearch(starts, from);
        int at = found >= 0 ? found : -found - 2;
        for (int place = from; place < end; place++) {
            while (place >= starts[at + 1]) {
                at++;
            }
            SequenceDiff.Run run = runs.get(at);
            int step = place - starts[at];
            boolean isLeft = step < run.leftLength();
            boolean isRight = step < run.rightLength();
            leftDiffers |= isLeft && !run.isEqual();
            rightDiffers |= isRight && !run.isEqual();
            int difference = run.isEqual() ? HexLine.EQUAL : Arrays.binarySearch(different, starts[at]);
            add(onLeft, left, run.left() + step, isLeft, difference);
            add(onRight, right, run.right() + step, isRight, difference);
        }
        ComparedLine.Sign sign = ComparedLine.Sign.of(leftDiffers, rightDiffers);
        return new ComparedLine(sign, onLeft.text(), onRight.text(), onLeft.marks(), onRight.marks());
    }

    private static void add(HexLine line, byte[] bytes, int at, boolean isThere, int difference) {
        if (isThere) {
            line.add(bytes[at], at, difference);
        } else {
            line.addMissing();
        }
    }
}
