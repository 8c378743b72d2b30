package dev.earshot.session.compare;

import dev.earshot.journal.TaskProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds what two sequences have in common, by the linear-space algorithm of E. W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations" (1986), with a bound on the work. Where a part needs more edits than the bound, it is split at
 * the place that was reached with the fewest, as in GNU diff: the result is still right, but need not be the shortest.
 * Confined to one thread.
 */
final class SequenceDiff {
    /** The number of steps that the bounds aim at, which take about a second. */
    static final long USUAL_STEPS = 100_000_000;

    /** The number of steps after which the rest counts as different; no known sequences need so many. */
    static final long MOST_STEPS = 16 * USUAL_STEPS;

    private static final int LEAST_EDITS = 16;
    private static final int MOST_EDITS = 1024;

    private final int[] left;
    private final int[] right;
    private final int mostEdits;
    private final TaskProgress progress;
    private final BitSet leftOnly = new BitSet();
    private final BitSet rightOnly = new BitSet();
    private final Deque<Box> boxes = new ArrayDeque<>();
    private final int[] forward;
    private final int[] backward;
    private final int middle;
    private long steps;
    private boolean exact = true;
    private int splitLeft;
    private int splitRight;

    /**
     * A piece of the two sequences.
     *
     * @param left index of its first element on the left
     * @param leftEnd index behind its last element on the left; equal to {@code left} where it is only on the right
     * @param isEqual whether both sides are equal
     */
    record Run(int left, int leftEnd, int right, int rightEnd, boolean isEqual) {
        int leftLength() {
            return leftEnd - left;
        }

        int rightLength() {
            return rightEnd - right;
        }
    }

    /** A part of both sequences that is still to be compared. */
    private record Box(int x, int xEnd, int y, int yEnd) {
        int width() {
            return xEnd - x;
        }

        int height() {
            return yEnd - y;
        }

        boolean isOneSided() {
            return x == xEnd || y == yEnd;
        }

        /** Whether there is an element on both sides so far from a corner. */
        boolean contains(int across, int down) {
            return across < width() && down < height() && down >= 0;
        }

        /** Whether a place so far from a corner is in the box or at its border. */
        boolean reaches(int across, int down) {
            return across <= width() && down >= 0 && down <= height();
        }
    }

    /**
     * @param left the elements, equal where their numbers are
     * @param whole the number of elements of all pairs of sequences that are compared in a row, which share the steps
     * @param progress may cancel
     */
    SequenceDiff(int[] left, int[] right, long whole, TaskProgress progress) {
        this.left = left;
        this.right = right;
        this.progress = progress;
        long bound = USUAL_STEPS / (2 * Math.max(1, whole));
        int possible = left.length + right.length;
        mostEdits = (int) Math.min(Math.max(LEAST_EDITS, Math.min(MOST_EDITS, bound)), possible + 1L);
        middle = mostEdits + 1;
        forward = new int[2 * middle + 1];
        backward = new int[2 * middle + 1];
    }

    /**
     * Compares the sequences.
     *
     * @return the pieces of both in order, equal and different ones in turns
     * @throws TaskProgress.CancelledException if it was cancelled
     */
    List<Run> runs() throws TaskProgress.CancelledException {
        compareAll();
        List<Run> runs = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (x < left.length || y < right.length) {
            int fromX = x;
            int fromY = y;
            boolean isEqual = x < left.length && y < right.length && !leftOnly.get(x) && !rightOnly.get(y);
            if (isEqual) {
                while (x < left.length && y < right.length && !leftOnly.get(x) && !rightOnly.get(y)) {
                    x++;
                    y++;
                }
            } else {
                x = Math.min(left.length, leftOnly.nextClearBit(x));
                y = Math.min(right.length, rightOnly.nextClearBit(y));
            }
            runs.add(new Run(fromX, x, fromY, y, isEqual));
        }
        return runs;
    }

    /** Whether the differences are the fewest that there can be. */
    boolean isExact() {
        return exact;
    }

    /** Returns the number of steps that the comparison took. */
    long steps() {
        return steps;
    }

    private void compareAll() throws TaskProgress.CancelledException {
        boxes.push(new Box(0, left.length, 0, right.length));
        while (!boxes.isEmpty()) {
            Box box = withoutEqualEnds(boxes.pop());
            boolean tooLong = steps > MOST_STEPS;
            exact &= !tooLong;
            if (box.isOneSided() || tooLong) {
                leftOnly.set(box.x, box.xEnd);
                rightOnly.set(box.y, box.yEnd);
            } else {
                split(box);
                boxes.push(new Box(splitLeft, box.xEnd, splitRight, box.yEnd));
                boxes.push(new Box(box.x, splitLeft, box.y, splitRight));
            }
        }
    }

    private Box withoutEqualEnds(Box box) {
        int x = box.x;
        int y = box.y;
        int xEnd = box.xEnd;
        int yEnd = box.yEnd;
        while (x < xEnd && y < yEnd && left[x] == right[y]) {
            x++;
            y++;
            steps++;
        }
        while (x < xEnd && y < yEnd && left[xEnd - 1] == right[yEnd - 1]) {
            xEnd--;
            yEnd--;
            steps++;
        }
        return new Box(x, xEnd, y, yEnd);
    }

    /** Finds a place through which a short path leads, from both ends at the same time. */
    private void split(Box box) throws TaskProgress.CancelledException {
        int delta = box.width() - box.height();
        forward[middle + 1] = 0;
        backward[middle + 1] = 0;
        for (int edits = 0; edits < mostEdits; edits++) {
            progress.report(0, 1);
            if (goForward(box, edits, delta) || goBackward(box, edits, delta)) {
                return;
            }
        }
        exact = false;
        splitAtFurthest(box);
    }

    /** Goes one edit further from the beginning; returns whether that met the path from the end. */
    private boolean goForward(Box box, int edits, int delta) {
        for (int k = -edits; k <= edits; k += 2) {
            int x = furthest(forward, k, edits);
            while (box.contains(x, x - k) && left[box.x + x] == right[box.y + x - k]) {
                x++;
                steps++;
            }
            forward[middle + k] = x;
            int back = delta - k;
            boolean meets = (delta & 1) != 0 && Math.abs(back) < edits && x + backward[middle + back] >= box.width();
            if (meets && box.reaches(x, x - k)) {
                found(box.x + x, box.y + x - k);
                return true;
            }
        }
        return false;
    }

    /** Goes one edit further from the end; returns whether that met the path from the beginning. */
    private boolean goBackward(Box box, int edits, int delta) {
        for (int k = -edits; k <= edits; k += 2) {
            int x = furthest(backward, k, edits);
            while (box.contains(x, x - k) && left[box.xEnd - 1 - x] == right[box.yEnd - 1 - x + k]) {
                x++;
                steps++;
            }
            backward[middle + k] = x;
            int ahead = delta - k;
            boolean meets = (delta & 1) == 0 && Math.abs(ahead) <= edits && x + forward[middle + ahead] >= box.width();
            if (meets && box.reaches(x, x - k)) {
                found(box.xEnd - x, box.yEnd - x + k);
                return true;
            }
        }
        return false;
    }

    private int furthest(int[] reached, int k, int edits) {
        steps++;
        boolean down = k == -edits || k != edits && reached[middle + k - 1] < reached[middle + k + 1];
        return down ? reached[middle + k + 1] : reached[middle + k - 1] + 1;
    }

    /** Splits at the place that was reached from one end and is the furthest from it. */
    private void splitAtFurthest(Box box) {
        found(box.xEnd, box.y);
        int most = 0;
        int all = box.width() + box.height();
        for (int k = 1 - mostEdits; k < mostEdits; k += 2) {
            int x = forward[middle + k];
            if (box.reaches(x, x - k) && 2 * x - k > most && 2 * x - k < all) {
                most = 2 * x - k;
                found(box.x + x, box.y + x - k);
            }
            int back = backward[middle + k];
            if (box.reaches(back, back - k) && 2 * back - k > most && 2 * back - k < all) {
                most = 2 * back - k;
                found(box.xEnd - back, box.yEnd - back + k);
            }
        }
    }

    private void found(int x, int y) {
        splitLeft = x;
        splitRight = y;
    }
}
