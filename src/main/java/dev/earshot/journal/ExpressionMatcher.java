package dev.earshot.journal;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Finds the messages whose text matches a regular expression; it gives up a message that takes too long. */
final class ExpressionMatcher implements RowMatcher {
    /** The number of given up rows at which the search ends, as each took its time. */
    static final int MOST_GIVEN_UP = 20;

    private final CaptureWindow capture;
    private final RowReader reader;
    private final Pattern pattern;
    private final RowEncoding encodings;
    private int givenUp;

    ExpressionMatcher(CaptureWindow capture, RowReader reader, Pattern pattern, RowEncoding encodings) {
        this.capture = capture;
        this.reader = reader;
        this.pattern = pattern;
        this.encodings = encodings;
    }

    /** Returns the number of rows that were given up. */
    int givenUp() {
        return givenUp;
    }

    @Override
    public void match(EntryCursor cursor, LongConsumer passes) throws IOException {
        RowIndex.Entry entry = cursor.entry();
        if (cursor.rows() == 0) {
            return;
        }
        int length = entry.payloadLength();
        int payload = length == 0 ? 0 : capture.at(entry.offset() + entry.payloadStart(), length);
        for (int row = 0; row < cursor.rows(); row++) {
            int start = cursor.start(row);
            if (start < 0) {
                Row whole = reader.read(entry.firstRow() + row, Cutter.MAX_ROW);
                if (!whole.isMissing()) {
                    test(entry, whole.number(), whole.bytes(), 0, whole.bytes().length, passes);
                }
            } else {
                test(entry, entry.firstRow() + row, capture.bytes(), payload + start, cursor.end(row) - start, passes);
            }
        }
    }

    private void test(RowIndex.Entry entry, long row, byte[] bytes, int start, int length, LongConsumer passes) {
        if (givenUp >= MOST_GIVEN_UP) {
            return;
        }
        Encoding encoding = encodings.of(entry.kind(), entry.peer(), bytes, start, length);
        try {
            int end = start + LineEnding.lengthBefore(encoding, bytes, start, length);
            int mark = encoding.byteOrderMarkLength(bytes, start, end);
            String text = TextDecoder.decode(encoding, bytes, start + mark, end - start - mark);
            if (RegularExpression.matcher(pattern, text, RegularExpression.MOST_STEPS)
                    .find()) {
                passes.accept(row);
            }
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            givenUp++;
        }
    }
}
