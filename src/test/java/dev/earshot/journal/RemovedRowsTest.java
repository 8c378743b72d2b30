package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.RowEnds;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are there can be read after a whole file of the index was removed. */
class RemovedRowsTest {
    /** The entries of an index in one of its files. */
    private static final int IN_ONE_FILE = (64 << 20) / RowIndex.ENTRY;

    @TempDir
    Path folder;

    @Test
    void aReaderGoesOnBehindTheRowsThatWereRemovedSinceItReadTheLastOne() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES);
                RowIndex index = new RowIndex(folder)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "x\n");
            Segments capture = scene.journal.segments();
            List<Long> offsets = new ArrayList<>();
            new CaptureReader(capture, CaptureNote.KNOWN)
                    .readTo(capture.end(), (event, offset, payloadStart, time) -> offsets.add(offset));
            add(index, offsets.get(0), IN_ONE_FILE + 10_000);
            long first = index.rows();
            add(index, offsets.get(1), 10_000);
            try (RowReader rows = new RowReader(capture, () -> index, CaptureNote.KNOWN)) {
                long joined = rows.endedAt(0);
                index.removeBefore(offsets.get(1));
                assertThat(rows.endedAt(first)).isGreaterThan(joined);
                assertThat(rows.endedAt(0)).isEqualTo(Long.MIN_VALUE);
                assertThat(index.find(first + 5, RowIndex.entryScratch()).number())
                        .isEqualTo(first + 5);
            }
        }
    }

    /** Adds entries of one row each, which all have the same record. */
    private static void add(RowIndex index, long offset, int count) {
        RowEnds ends = new RowEnds();
        ends.add(0);
        for (int i = 0; i < count; i++) {
            index.add(new RowIndex.Entry(0, offset, 0, 0, 0, Row.Kind.EVENT, 1, 0, 0, false), ends);
        }
    }
}
