package dev.earshot.fields;

/** The types of fields that are floating point numbers of 4 or 8 bytes (IEEE 754). */
enum FloatType implements FieldType {
    F32(4),
    F64(8);

    private final int size;

    FloatType(int size) {
        this.size = size;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        return size;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        long bits = item.order().bits(message.bytes(), from, size);
        double number = size == 4 ? decimal(Float.intBitsToFloat((int) bits)) : Double.longBitsToDouble(bits);
        value.setNumber(item.scale().apply(number), bits);
    }

    /** Returns the number that the shortest digits of a single precision number mean: 0.1, not 0.10000000149011612. */
    private static double decimal(float number) {
        return number == (int) number || !Float.isFinite(number) ? number : Double.parseDouble(Float.toString(number));
    }

    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        boolean single = size == 4 && item.scale().isNone();
        return single ? FieldNumbers.text((float) value.number()) : FieldNumbers.text(value.number());
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
