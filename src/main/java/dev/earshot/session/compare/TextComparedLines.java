package dev.earshot.session.compare;

import dev.earshot.codec.CharacterWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of two texts in pairs. Long lines are broken at the same places on both sides, so that what is equal stays
 * side by side. Filled by one thread; any thread afterwards.
 */
final class TextComparedLines implements ComparedLines {
    private final int width;
    private final List<ComparedLine> lines = new ArrayList<>();
    private final List<Integer> differences = new ArrayList<>();
    private Side left = new Side();
    private Side right = new Side();
    private boolean hasLeft;
    private boolean hasRight;

    /** @param width of a line in columns, of which a Chinese character takes two */
    TextComparedLines(int width) {
        this.width = Math.max(2, width);
    }

    /** One side of the line that is being filled. */
    private static final class Side {
        private final StringBuilder text = new StringBuilder();
        private final List<ComparedLine.Mark> marks = new ArrayList<>();
        private int columns;
        private boolean differs;

        /** Adds characters while there is room, and returns the index behind the last one. */
        int add(String source, int from, int end, int most) {
            int at = from;
            while (at < end) {
                int c = source.codePointAt(at);
                int wide = CharacterWidth.of(c);
                if (columns + wide > most) {
                    break;
                }
                columns += wide;
                text.appendCodePoint(c);
                at += Character.charCount(c);
            }
            return at;
        }

        int addMarked(int difference, String source, int from, int end, int most) {
            int start = text.length();
            int at = add(source, from, end, most);
            if (at > from) {
                marks.add(new ComparedLine.Mark(start, text.length(), difference));
                differs = true;
            }
            return at;
        }
    }

    void add(PairedTexts.Pair pair) {
        hasLeft = pair.left() != null;
        hasRight = pair.right() != null;
        int before = lines.size();
        for (SequenceDiff.Run run : pair.runs()) {
            if (run.isEqual()) {
                addEqual(pair, run);
            } else {
                addDifferent(pair, run);
            }
        }
        if (lines.size() == before || left.columns > 0 || right.columns > 0) {
            endLine(); // an empty line as well
        }
    }

    private void addEqual(PairedTexts.Pair pair, SequenceDiff.Run run) {
        int at = 0;
        while (at < run.leftLength()) {
            int room = width - Math.max(left.columns, right.columns);
            int from = run.left() + at;
            int next = left.add(pair.left(), from, run.leftEnd(), left.columns + room);
            right.add(pair.right(), run.right() + at, run.right() + next - run.left(), right.columns + room);
            if (next == from) {
                endLine();
            }
            at = next - run.left();
        }
    }

    private void addDifferent(PairedTexts.Pair pair, SequenceDiff.Run run) {
        int x = run.left();
        int y = run.right();
        int difference = differences.size();
        boolean isFirst = true;
        while (isFirst || x < run.leftEnd() || y < run.rightEnd()) {
            boolean isFull = left.columns + 1 >= width || right.columns + 1 >= width;
            if (isFull && left.columns + right.columns > 0) {
                endLine();
            }
            if (isFirst) {
                differences.add(lines.size());
                isFirst = false;
            }
            x = pair.left() == null ? x : left.addMarked(difference, pair.left(), x, run.leftEnd(), width);
            y = pair.right() == null ? y : right.addMarked(difference, pair.right(), y, run.rightEnd(), width);
            if (x < run.leftEnd() || y < run.rightEnd()) {
                endLine();
            }
        }
    }

    private void endLine() {
        ComparedLine.Sign sign = !hasLeft
                ? ComparedLine.Sign.RIGHT_ONLY
                : !hasRight ? ComparedLine.Sign.LEFT_ONLY : ComparedLine.Sign.of(left.differs, right.differs);
        lines.add(new ComparedLine(
                sign,
                hasLeft ? left.text.toString() : null,
                hasRight ? right.text.toString() : null,
                left.marks,
                right.marks));
        left = new Side();
        right = new Side();
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public ComparedLine line(int index) {
        return lines.get(index);
    }

    @Override
    public int differences() {
        return differences.size();
    }

    @Override
    public int lineOf(int difference) {
        return differences.get(difference);
    }
}
