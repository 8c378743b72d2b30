package dev.earshot.session.statistics;

import dev.earshot.journal.Row;
import dev.earshot.session.view.DecodedRow;
import java.util.regex.Pattern;

/** Counts the values that a source finds in messages. Confined to one thread. */
final class ValueCounts {
    /** The most characters that are kept of a value. */
    static final int MOST_CHARS = 200;

    private static final int MOST_VALUES = 16_384;
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?\\s*");

    private final ValueSource source;
    private final FrequentItems<String, Long> values = new FrequentItems<>(MOST_VALUES);
    private final Distribution numbers = new Distribution();
    private long found;

    ValueCounts(ValueSource source) {
        this.source = source;
    }

    void add(DecodedRow message) {
        String value = source.of(message);
        if (value == null) {
            return;
        }
        found++;
        Row row = message.row();
        String kept = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS);
        values.add(kept, row::number);
        if (NUMBER.matcher(kept).matches()) {
            numbers.add(Double.parseDouble(kept.strip()));
        }
    }

    /** Returns how many messages have a value. */
    long found() {
        return found;
    }

    /** Returns the values, each with the number of the first row that has it. */
    FrequentItems<String, Long> values() {
        return values;
    }

    /** Returns those values that are decimal numbers. */
    Distribution numbers() {
        return numbers;
    }

    /** Returns the number of messages on which the source took too long. */
    long givenUp() {
        return source instanceof ExpressionValueSource expression ? expression.givenUp() : 0;
    }
}
