package dev.earshot.fields;

import java.util.Map;

/**
 * Some bits of a number.
 *
 * @param low the lowest bit, counted from 0
 * @param count from 1 to 63
 * @param words the words that values stand for
 */
record BitField(String name, int low, int count, Map<Long, String> words) implements FieldValue.FieldText {

    void read(LayoutCursor cursor, int from, int to, long bits) {
        long value = bits >>> low & (1L << count) - 1;
        cursor.add(name, from, to, this).setNumber(value, value);
    }

    @Override
    public String plain(FieldValue value) {
        return Long.toString(value.raw());
    }

    @Override
    public String word(FieldValue value) {
        return words.get(value.raw());
    }
}
