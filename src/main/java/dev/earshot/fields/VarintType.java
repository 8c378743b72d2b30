package dev.earshot.fields;

/**
 * The type of fields that are whole numbers of 1 to 10 bytes with 7 bits each, the lowest first; all bytes but the last
 * have the top bit set. As in Protocol Buffers, ten bytes are a negative number in two's complement.
 */
enum VarintType implements FieldType {
    VARINT;

    private static final int LONGEST = 10;

    @Override
    public int length(byte[] bytes, int at, int end) {
        for (int i = at; i < end; i++) {
            if (bytes[i] >= 0 || i - at + 1 == LONGEST) {
                return i - at + 1;
            }
        }
        return INCOMPLETE;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        long number = 0;
        for (int i = to - 1; i >= from; i--) {
            number = number << 7 | message.bytes()[i] & 0x7F;
        }
        value.setNumber(item.scale().apply(number), number);
    }

    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        return item.scale().isNone() ? Long.toString(value.raw()) : FieldNumbers.text(value.number());
    }

    @Override
    public String toString() {
        return "varint";
    }
}
