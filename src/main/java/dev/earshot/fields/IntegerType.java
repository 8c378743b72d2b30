package dev.earshot.fields;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The type of fields that are whole numbers of 1 to 8 bytes.
 *
 * @param size in bytes
 * @param signed whether it is a two's complement
 */
record IntegerType(int size, boolean signed) implements FieldType {

    @Override
    public int length(byte[] bytes, int at, int end) {
        return size;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        long bits = item.order().bits(message.bytes(), from, size);
        int unused = Long.SIZE - 8 * size;
        long number = signed ? bits << unused >> unused : bits;
        value.setNumber(item.scale().apply(toDouble(number)), number);
    }

    private double toDouble(long number) {
        return signed || number >= 0 ? number : (number >>> 1 | number & 1) * 2.0;
    }

    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        long number = value.raw();
        if (item.scale().isNone()) {
            return signed ? Long.toString(number) : Long.toUnsignedString(number);
        }
        BigDecimal exact =
                signed ? BigDecimal.valueOf(number) : new BigDecimal(new BigInteger(Long.toUnsignedString(number)));
        return item.scale().text(exact);
    }

    @Override
    public String toString() {
        return (signed ? "i" : "u") + size * 8;
    }
}
