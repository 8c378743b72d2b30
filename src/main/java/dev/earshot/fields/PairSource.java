package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import java.util.List;

/**
 * Reads the values of messages that consist of keys and values, such as {@code T=23.5;H=40}. Immutable; any thread.
 *
 * @param least the fewest pairs that make such a message
 */
public record PairSource(int least) implements FieldSource {
    private static final int MOST_BYTES = 1 << 16;

    @Override
    public String name() {
        return "key-value";
    }

    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        reading.begin(message, this);
        Encoding encoding = message.encoding();
        int length = LineEnding.lengthBefore(encoding, message.bytes(), message.start(), message.length());
        if (length > MOST_BYTES || encoding.isAsciiCompatible() && !mayBePairs(message)) {
            return false;
        }
        String text = TextDecoder.decode(encoding, message.bytes(), message.start(), length);
        List<KeyValueScanner.Pair> pairs = KeyValueScanner.scan(text, least).orElse(List.of());
        TextPlaces places = new TextPlaces(text, message);
        for (KeyValueScanner.Pair pair : pairs) {
            if (!reading.isFull()) {
                new TextValue(text.substring(pair.from(), pair.to()))
                        .addTo(reading, pair.key(), places.index(pair.from()), places.index(pair.to()));
            }
        }
        return !pairs.isEmpty();
    }

    /** Whether a message has a sign between a key and a value, and no control characters but line breaks and tabs. */
    private static boolean mayBePairs(FieldInput message) {
        boolean hasSign = false;
        for (int i = message.start(); i < message.end(); i++) {
            byte b = message.bytes()[i];
            hasSign |= b == '=' || b == ':';
            if (b >= 0 && b < ' ' && b != '\r' && b != '\n' && b != '\t') {
                return false;
            }
        }
        return hasSign;
    }
}
