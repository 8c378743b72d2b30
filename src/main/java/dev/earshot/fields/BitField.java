package dev.earshot.fields;

/**
 * A field that consists of some bits of a number, such as one flag.
 *
 * @param when the condition under which messages have it; null for always
 * @param low the lowest bit, counted from 0
 * @param count from 1 to 63
 */
record BitField(String name, Formula when, int low, int count, ValueWords words) implements FieldValue.FieldText {

    void read(LayoutCursor cursor, int from, int to, long bits) {
        if (when == null || when.isTrue(cursor)) {
            long value = bits >>> low & (1L << count) - 1;
            cursor.add(name, from, to, this).setNumber(value, value);
        }
    }

    @Override
    public String plain(FieldValue value) {
        return Long.toString(value.raw());
    }

    @Override
    public String word(FieldValue value) {
        return words.of(value);
    }
}
