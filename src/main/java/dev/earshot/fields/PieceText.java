package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;

/** A field that is one piece of a split message: its text, and its number if it is one. */
enum PieceText implements FieldValue.FieldText {
    FORM;

    static void add(LayoutCursor cursor, String name, int from, int to) {
        FieldValue value = cursor.add(name, from, to, FORM);
        double number = FieldNumbers.parse(cursor.message(), cursor.message().encoding(), from, to);
        if (!Double.isNaN(number)) {
            value.setNumber(number, (long) number);
        }
    }

    @Override
    public String plain(FieldValue value) {
        FieldInput message = value.input();
        int from = message.start() + value.from();
        return TextDecoder.decode(message.encoding(), message.bytes(), from, value.to() - value.from());
    }
}
