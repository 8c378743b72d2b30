package dev.earshot.journal.search;

import dev.earshot.codec.framing.Cutter;
import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.RowReader;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Finds the messages that pass a test, by testing each of them. Confined to one thread. */
final class WholeRowMatcher implements RowMatcher {
    private final CaptureWindow capture;
    private final RowReader reader;
    private final MessagePredicate test;

    WholeRowMatcher(CaptureWindow capture, RowReader reader, MessagePredicate test) {
        this.capture = capture;
        this.reader = reader;
        this.test = test;
    }

    @Override
    public void match(EntryCursor cursor, LongConsumer passes) throws IOException {
        RowIndex.Entry entry = cursor.entry();
        if (cursor.rows() == 0) {
            return;
        }
        int length = entry.payloadLength();
        int payload = length == 0 ? 0 : capture.at(entry.offset() + entry.payloadStart(), length);
        for (int i = 0; i < cursor.rows(); i++) {
            int start = cursor.start(i);
            long row = entry.firstRow() + i;
            if (start < 0) {
                Row whole = reader.read(row, Cutter.MAX_ROW);
                byte[] bytes = whole.bytes();
                if (!whole.isMissing() && test.passes(entry.kind(), entry.peer(), row, bytes, 0, bytes.length)) {
                    passes.accept(row);
                }
            } else if (test.passes(
                    entry.kind(), entry.peer(), row, capture.bytes(), payload + start, cursor.end(i) - start)) {
                passes.accept(row);
            }
        }
    }
}
