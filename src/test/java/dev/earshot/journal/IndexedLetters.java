package dev.earshot.journal;

import dev.earshot.codec.framing.RowEnds;
import java.io.IOException;
import java.nio.file.Path;

/** An index of records that are one letter each, and a row each, without a capture. */
public final class IndexedLetters {
    private IndexedLetters() {}

    public static RowIndex index(Path folder) throws IOException {
        return new RowIndex(folder);
    }

    /** Adds so many records. */
    public static void add(RowIndex index, int records) {
        RowEnds ends = new RowEnds();
        for (int i = 0; i < records; i++) {
            ends.clear();
            ends.add(1);
            index.add(new RowIndex.Entry(0, i, 0, 0, 0, Row.Kind.RECEIVED, 1, 0, 1, false), ends);
        }
    }

    public static void note(RowIndex index, long row, String text) {
        index.notes().put(row, new RowNote(new RowPlace(1, "c", Row.Kind.RECEIVED, 0, 0), text));
    }
}
