package dev.earshot.fields;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.HashMap;
import java.util.Map;

/**
 * The words that are shown for values of a field, such as {@code alarm} for 2. Immutable; any thread.
 *
 * @param numbers the words of whole numbers, before their scale
 * @param texts the words of texts
 */
record ValueWords(Map<Long, String> numbers, Map<String, String> texts) {
    static final ValueWords NONE = new ValueWords(Map.of(), Map.of());

    /** Returns the word for a value; null if there is none. */
    String of(FieldValue value) {
        if (!texts.isEmpty()) {
            return texts.get(value.plainText());
        }
        return numbers.isEmpty() || !value.isNumeric() ? null : numbers.get(value.raw());
    }

    /**
     * Reads the words of values from JSON.
     *
     * @param ofTexts whether they stand for texts; a number is decimal, or hexadecimal behind 0x
     */
    static ValueWords read(JsonFields from, boolean ofTexts) throws Problem {
        if (!from.has("words")) {
            return NONE;
        }
        JsonFields all = from.object("words");
        Map<Long, String> numbers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (String value : all.names()) {
            if (ofTexts) {
                texts.put(value, all.text(value));
            } else {
                numbers.put(number(all, value), all.text(value));
            }
        }
        return new ValueWords(Map.copyOf(numbers), Map.copyOf(texts));
    }

    private static Long number(JsonFields all, String value) throws Problem {
        try {
            return Long.decode(value);
        } catch (NumberFormatException e) {
            throw all.problem("problem.fields.word", value, VisibleText.brief(value));
        }
    }
}
