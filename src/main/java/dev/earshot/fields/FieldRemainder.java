package dev.earshot.fields;

import dev.earshot.codec.Hex;

/** Bytes that a layout does not describe, as a field without a name. */
enum FieldRemainder implements FieldValue.FieldText {
    FORM;

    static void add(LayoutCursor cursor, int from, int to) {
        cursor.add("", from, to, FORM);
    }

    @Override
    public String plain(FieldValue value) {
        FieldInput message = value.input();
        return Hex.print(message.bytes(), message.start() + value.from(), value.to() - value.from());
    }
}
