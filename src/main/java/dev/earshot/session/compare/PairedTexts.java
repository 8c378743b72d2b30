package dev.earshot.session.compare;

import dev.earshot.journal.TaskProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparison of two texts: their lines in pairs, each pair compared word by word. A line without a partner stands
 * alone. Immutable; any thread.
 */
final class PairedTexts implements ComparedPart {
    private final List<Pair> pairs;
    private final boolean exact;

    /**
     * A pair of lines.
     *
     * @param left the line on the left, or null
     * @param right the line on the right, or null
     * @param runs pieces of both lines, by characters
     */
    record Pair(String left, String right, List<SequenceDiff.Run> runs) {
        static Pair equal(String line) {
            int length = line.length();
            return new Pair(line, line, List.of(new SequenceDiff.Run(0, length, 0, length, true)));
        }

        static Pair leftOnly(String line) {
            return new Pair(line, null, List.of(new SequenceDiff.Run(0, line.length(), 0, 0, false)));
        }

        static Pair rightOnly(String line) {
            return new Pair(null, line, List.of(new SequenceDiff.Run(0, 0, 0, line.length(), false)));
        }
    }

    private PairedTexts(List<Pair> pairs, boolean exact) {
        this.pairs = List.copyOf(pairs);
        this.exact = exact;
    }

    /** Compares lines that have keys. Lines are paired where their keys are equal. Confined to one thread. */
    static final class Builder {
        private final TaskProgress progress;
        private final List<Pair> pairs = new ArrayList<>();
        private final long whole;
        private boolean exact = true;

        /** @param whole the number of characters of both texts */
        Builder(long whole, TaskProgress progress) {
            this.whole = whole;
            this.progress = progress;
        }

        /**
         * Compares texts.
         *
         * @param pairsChanged whether lines with different keys at the same place are compared with each other
         */
        PairedTexts build(List<String> left, List<String> right, Keys keys, boolean pairsChanged)
                throws TaskProgress.CancelledException {
            Map<Object, Integer> known = new HashMap<>();
            SequenceDiff diff = new SequenceDiff(
                    keys.numbers(left, true, known),
                    keys.numbers(right, false, known),
                    left.size() + right.size(),
                    progress);
            for (SequenceDiff.Run run : diff.runs()) {
                int both = run.isEqual() || pairsChanged ? Math.min(run.leftLength(), run.rightLength()) : 0;
                for (int i = 0; i < both; i++) {
                    pairs.add(compare(left.get(run.left() + i), right.get(run.right() + i)));
                }
                left.subList(run.left() + both, run.leftEnd()).forEach(line -> pairs.add(Pair.leftOnly(line)));
                right.subList(run.right() + both, run.rightEnd()).forEach(line -> pairs.add(Pair.rightOnly(line)));
            }
            return new PairedTexts(pairs, exact && diff.isExact());
        }

        private Pair compare(String left, String right) throws TaskProgress.CancelledException {
            if (left.equals(right)) {
                return Pair.equal(left);
            }
            Map<String, Integer> known = new HashMap<>();
            TextTokens onLeft = TextTokens.of(left, known);
            TextTokens onRight = TextTokens.of(right, known);
            SequenceDiff diff = new SequenceDiff(onLeft.numbers(), onRight.numbers(), whole, progress);
            List<SequenceDiff.Run> runs = new ArrayList<>();
            for (SequenceDiff.Run run : diff.runs()) {
                runs.add(new SequenceDiff.Run(
                        onLeft.start(run.left()),
                        onLeft.start(run.leftEnd()),
                        onRight.start(run.right()),
                        onRight.start(run.rightEnd()),
                        run.isEqual()));
            }
            exact &= diff.isExact();
            return new Pair(left, right, runs);
        }
    }

    /** The keys by which lines are paired. */
    interface Keys {
        Object key(int line, boolean isLeft);

        /** Returns a number for each line, equal for equal keys. */
        default int[] numbers(List<String> lines, boolean isLeft, Map<Object, Integer> known) {
            int[] numbers = new int[lines.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = known.computeIfAbsent(key(i, isLeft), one -> known.size());
            }
            return numbers;
        }
    }

    @Override
    public boolean isExact() {
        return exact;
    }

    @Override
    public ComparedLines lines(int width) {
        TextComparedLines lines = new TextComparedLines(width);
        pairs.forEach(lines::add);
        return lines;
    }
}
