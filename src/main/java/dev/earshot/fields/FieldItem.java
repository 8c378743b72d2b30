package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The description of one field of a layout: its type, its place, and how its value is shown.
 *
 * @param when the condition under which messages have it; null for always
 * @param extent the bytes of a type that has no length of its own
 * @param encoding of a text; null for that of the message
 * @param zone of a time
 * @param unit of the number; empty for none
 * @param words the words that values stand for
 * @param bits parts of the number
 * @param check what the number is the checksum of; null for any other number
 * @param expected the only bytes that the field can have; null for any
 */
record FieldItem(
        String name,
        Formula when,
        FieldPlace place,
        FieldType type,
        FieldExtent extent,
        ByteOrder order,
        Encoding encoding,
        ZoneOffset zone,
        Scale scale,
        String unit,
        ValueWords words,
        List<BitField> bits,
        CheckRange check,
        byte[] expected)
        implements LayoutItem, FieldValue.FieldText {

    @Override
    public void read(LayoutCursor cursor) {
        if (when != null && !when.isTrue(cursor)) {
            return;
        }
        int limit = place.find(cursor);
        if (limit < 0) {
            return;
        }
        int begin = cursor.at();
        int own = type.length(cursor.bytes(), begin, limit);
        int end = own == FieldType.INCOMPLETE
                ? limit + 1
                : own == FieldType.ANY_LENGTH ? extent.end(cursor, limit) : begin + own;
        int from = cursor.at();
        if (end > limit) {
            cursor.add(name, begin, limit, this).setMissing(end - limit);
            cursor.end();
            return;
        }
        FieldValue value = cursor.add(name, from, end, this);
        type.read(cursor.message(), from, end, this, value);
        examine(cursor, from, end, value);
        readBits(cursor, from, end, value.raw());
        cursor.moveTo(end + (own == FieldType.ANY_LENGTH ? extent.delimiter(cursor, end, limit) : 0));
    }

    private void examine(LayoutCursor cursor, int from, int end, FieldValue value) {
        if (check != null) {
            check.check(cursor, from, value);
        } else if (value.isWrong()) {
            cursor.contradict();
        }
        if (expected != null && !Arrays.equals(cursor.bytes(), from, end, expected, 0, expected.length)) {
            value.setWrong();
            cursor.refuse();
        }
    }

    private void readBits(LayoutCursor cursor, int from, int end, long number) {
        if (!bits.isEmpty()) {
            cursor.reading().beginParts();
            for (BitField part : bits) {
                part.read(cursor, from, end, number);
            }
            cursor.reading().endParts();
        }
    }

    @Override
    public String plain(FieldValue value) {
        FieldInput message = value.input();
        int from = message.start() + value.from();
        return type.text(message, from, message.start() + value.to(), this, value);
    }

    @Override
    public String word(FieldValue value) {
        return words.of(value);
    }

    @Override
    public boolean isConstant() {
        return expected != null;
    }

    @Override
    public String right(long number) {
        return type == TextType.HEXNUMBER
                ? Long.toHexString(number).toUpperCase(Locale.ROOT)
                : Long.toUnsignedString(number);
    }
}
