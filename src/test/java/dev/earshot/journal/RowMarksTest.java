package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.RowEnds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowMarksTest {
    /** Several runs of marks, and stretches without one. */
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final List<Completeness> expected = new ArrayList<>();
    private RowMarks marks;

    @BeforeEach
    void open() {
        marks = new RowMarks(folder);
    }

    @AfterEach
    void close() throws IOException {
        marks.close();
    }

    private void addRow() {
        boolean isIsolated = expected.size() / 3_000 % 2 == 0;
        boolean isMarked = random.nextInt(isIsolated ? 400 : 2) == 0;
        Completeness added = isMarked ? Completeness.values()[1 + random.nextInt(3)] : Completeness.WHOLE;
        RowEnds ends = new RowEnds();
        ends.add(1, added);
        marks.add(expected.size(), ends);
        expected.add(added);
    }

    @Test
    void rowsInTheirOrderHaveTheirMarks() throws IOException {
        addRows();
        RowMarks.Lookup lookup = marks.new Lookup();
        for (int row = 0; row < ROWS; row++) {
            assertThat(lookup.of(row, ROWS)).as("row %d", row).isEqualTo(expected.get(row));
        }
    }

    @Test
    void anyRowHasItsMark() throws IOException {
        addRows();
        RowMarks.Lookup lookup = marks.new Lookup();
        for (int i = 0; i < ROWS; i++) {
            int row = random.nextInt(ROWS);
            assertThat(lookup.of(row, ROWS)).as("row %d", row).isEqualTo(expected.get(row));
        }
    }

    @Test
    void aRowThatComesLaterHasItsMark() throws IOException {
        RowMarks.Lookup lookup = marks.new Lookup();
        for (int row = 0; row < ROWS; row++) {
            addRow();
            assertThat(lookup.of(row, row + 1)).as("row %d", row).isEqualTo(expected.get(row));
        }
    }

    @Test
    void rowsBehindRemovedOnesKeepTheirMarks() throws IOException {
        addRows();
        RowMarks.Lookup lookup = marks.new Lookup();
        lookup.of(10, ROWS);
        marks.removeBefore(5_000);
        for (int row = 5_000; row < ROWS; row++) {
            assertThat(lookup.of(row, ROWS)).as("row %d", row).isEqualTo(expected.get(row));
        }
    }

    private void addRows() {
        for (int row = 0; row < ROWS; row++) {
            addRow();
        }
    }
}
