package dev.earshot.fields;

/**
 * A whole number of 1 to 9 bytes with 7 bits each, the lowest first, of which all but the last have the top bit set.
 */
enum VarintType implements FieldType {
    VARINT;

    private static final int LONGEST = 9;

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
