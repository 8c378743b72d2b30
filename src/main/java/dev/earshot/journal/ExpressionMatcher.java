package dev.earshot.journal;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Finds the messages whose text matches a regular expression; it gives up a message that takes too long. Confined to
 * one thread.
 */
final class ExpressionMatcher implements RowMatcher, RowTest {
    /** The number of given up rows at which the search ends, as each took its time. */
    static final int MOST_GIVEN_UP = 20;

    private final CaptureWindow capture;
    private final RowReader reader;
    private final Pattern pattern;
    private final List<List<BytePattern>> literals;
    private final RowEncoding encodings;
    private final List<Long> givenUp = new ArrayList<>();

    /** @param literals each as its patterns, of which a message that matches has one */
    ExpressionMatcher(
            CaptureWindow capture,
            RowReader reader,
            Pattern pattern,
            List<List<BytePattern>> literals,
            RowEncoding encodings) {
        this.capture = capture;
        this.reader = reader;
        this.pattern = pattern;
        this.literals = literals;
        this.encodings = encodings;
    }

    /** Returns the rows that were given up. */
    List<Long> givenUp() {
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
        for (int i = 0; i < cursor.rows(); i++) {
            int start = cursor.start(i);
            long row = entry.firstRow() + i;
            if (start < 0) {
                Row whole = reader.read(row, Cutter.MAX_ROW);
                byte[] bytes = whole.bytes();
                if (!whole.isMissing() && passes(entry.kind(), entry.peer(), row, bytes, 0, bytes.length)) {
                    passes.accept(row);
                }
            } else if (passes(
                    entry.kind(), entry.peer(), row, capture.bytes(), payload + start, cursor.end(i) - start)) {
                passes.accept(row);
            }
        }
    }

    @Override
    public boolean passes(Row.Kind kind, int peer, long row, byte[] bytes, int start, int length) {
        if (givenUp.size() >= MOST_GIVEN_UP || !hasLiterals(bytes, start, length)) {
            return false;
        }
        Encoding encoding = encodings.of(kind, peer, bytes, start, length);
        try {
            int end = start + LineEnding.lengthBefore(encoding, bytes, start, length);
            int mark = encoding.byteOrderMarkLength(bytes, start, end);
            String text = TextDecoder.decode(encoding, bytes, start + mark, end - start - mark);
            return RegularExpression.matcher(pattern, text, RegularExpression.MOST_STEPS)
                    .find();
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            givenUp.add(row);
            return false;
        }
    }

    private boolean hasLiterals(byte[] bytes, int start, int length) {
        for (List<BytePattern> literal : literals) {
            if (!hasAny(literal, bytes, start, start + length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(List<BytePattern> patterns, byte[] bytes, int start, int end) {
        for (BytePattern one : patterns) {
            if (one.find(bytes, start, end) >= 0) {
                return true;
            }
        }
        return false;
    }
}
