package dev.earshot.session.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.journal.TaskProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceDiffTest {
    private static final long SMALL = 1;

    private static SequenceDiff diff(int[] left, int[] right, long whole) {
        return new SequenceDiff(left, right, whole, new TaskProgress());
    }

    /** Requires that the runs cover both sides in order, and that equal ones are equal; returns the number of edits. */
    private static int check(int[] left, int[] right, SequenceDiff diff) throws TaskProgress.CancelledException {
        int x = 0;
        int y = 0;
        int edits = 0;
        boolean before = false;
        List<SequenceDiff.Run> runs = diff.runs();
        for (SequenceDiff.Run run : runs) {
            assertThat(run.left()).isEqualTo(x);
            assertThat(run.right()).isEqualTo(y);
            assertThat(run == runs.get(0) || before != run.isEqual()).isTrue();
            assertThat(run.leftLength() + run.rightLength()).isPositive();
            before = run.isEqual();
            if (run.isEqual()) {
                assertThat(run.leftLength()).isEqualTo(run.rightLength());
                for (int i = 0; i < run.leftLength(); i++) {
                    assertThat(left[x + i]).isEqualTo(right[y + i]);
                }
            } else {
                edits += run.leftLength() + run.rightLength();
            }
            x = run.leftEnd();
            y = run.rightEnd();
        }
        assertThat(x).isEqualTo(left.length);
        assertThat(y).isEqualTo(right.length);
        return edits;
    }

    /** Returns the least number of edits, by a table of all beginnings. */
    private static int least(int[] left, int[] right) {
        int[] row = new int[right.length + 1];
        for (int y = 0; y <= right.length; y++) {
            row[y] = y;
        }
        for (int x = 1; x <= left.length; x++) {
            int diagonal = row[0];
            row[0] = x;
            for (int y = 1; y <= right.length; y++) {
                int above = row[y];
                row[y] = left[x - 1] == right[y - 1] ? diagonal : 1 + Math.min(row[y], row[y - 1]);
                diagonal = above;
            }
        }
        return row[right.length];
    }

    private static int[] random(Random random, int length, int letters) {
        return random.ints(length, 0, letters).toArray();
    }

    private static int[] edited(Random random, int[] source, int edits, int letters) {
        List<Integer> numbers = new ArrayList<>();
        for (int one : source) {
            numbers.add(one);
        }
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(numbers.size() + 1);
            if (random.nextBoolean() && at < numbers.size()) {
                numbers.remove(at);
            } else {
                numbers.add(at, random.nextInt(letters));
            }
        }
        return numbers.stream().mapToInt(i -> i).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 10, 256})
    void theDifferencesOfRandomSequencesAreTheFewest(int letters) throws TaskProgress.CancelledException {
        Random random = new Random(letters);
        for (int i = 0; i < 2_000; i++) {
            int[] left = random(random, random.nextInt(30), letters);
            int[] right = i % 2 == 0
                    ? random(random, random.nextInt(30), letters)
                    : edited(random, left, random.nextInt(8), letters);
            SequenceDiff diff = diff(left, right, SMALL);
            assertThat(check(left, right, diff)).isEqualTo(least(left, right));
            assertThat(diff.isExact()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 256})
    void underTheBoundTheDifferencesAreStillRight(int letters) throws TaskProgress.CancelledException {
        Random random = new Random(letters);
        boolean wasRough = false;
        for (int i = 0; i < 300; i++) {
            int[] left = random(random, random.nextInt(400), letters);
            int[] right = i % 2 == 0
                    ? random(random, random.nextInt(400), letters)
                    : edited(random, left, random.nextInt(200), letters);
            SequenceDiff diff = diff(left, right, Long.MAX_VALUE / 4);
            int edits = check(left, right, diff);
            int least = least(left, right);
            assertThat(edits).isBetween(least, left.length + right.length);
            assertThat(diff.isExact() && edits > least).isFalse();
            wasRough |= !diff.isExact();
        }
        assertThat(wasRough).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 256, Integer.MAX_VALUE})
    void noSequencesOfAMebibyteTakeManySteps(int letters) throws TaskProgress.CancelledException {
        Random random = new Random(letters);
        int length = 1 << 20;
        int[] left = random(random, length, letters);
        List<int[]> others = List.of(
                random(random, length, letters), random(random, length / 3, letters), new int[length], new int[0]);
        for (int[] right : others) {
            SequenceDiff diff = diff(left, right, 2L * length);
            int edits = 0;
            for (SequenceDiff.Run run : diff.runs()) {
                edits += run.isEqual() ? 0 : run.leftLength() + run.rightLength();
            }
            assertThat(edits).isLessThanOrEqualTo(left.length + right.length);
            assertThat(diff.steps())
                    .as("%s letters, %s", letters, right.length)
                    .isLessThan(4 * SequenceDiff.USUAL_STEPS);
        }
    }

    @Test
    void periodicSequencesTakeFewStepsAsWell() throws TaskProgress.CancelledException {
        int length = 1 << 20;
        int[] left = new int[length];
        int[] right = new int[length];
        for (int i = 0; i < length; i++) {
            left[i] = i % 7 == 0 ? 1 : 0;
            right[i] = i % 11 == 0 ? 1 : 0;
        }
        SequenceDiff diff = diff(left, right, 2L * length);
        diff.runs();
        assertThat(diff.steps()).isLessThan(4 * SequenceDiff.USUAL_STEPS);
    }

    @Test
    void fewEditsOfALongSequenceAreFoundExactly() throws TaskProgress.CancelledException {
        Random random = new Random(1);
        int[] left = random(random, 1 << 20, 256);
        int[] right = edited(random, left, 20, 256);
        SequenceDiff diff = diff(left, right, 1L << 21);
        assertThat(check(left, right, diff)).isLessThanOrEqualTo(20);
        assertThat(diff.isExact()).isTrue();
    }

    @Test
    void aComparisonCanBeCancelled() {
        TaskProgress progress = new TaskProgress();
        progress.cancel();
        SequenceDiff diff = new SequenceDiff(new int[] {1, 2}, new int[] {2, 1}, 4, progress);
        assertThatThrownBy(diff::runs).isInstanceOf(TaskProgress.CancelledException.class);
    }
}
