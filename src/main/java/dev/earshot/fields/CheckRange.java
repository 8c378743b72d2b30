package dev.earshot.fields;

import dev.earshot.codec.Checksum;

/**
 * A checksum and the bytes that it is computed from.
 *
 * @param from where they begin
 * @param to where they end; null for the beginning of the checksum
 */
record CheckRange(Checksum checksum, Bound from, Bound to) {

    /**
     * A place in the message.
     *
     * @param field the field at whose beginning it is; null for an offset
     * @param offset from the beginning of the message, or from its end if it is negative
     */
    record Bound(String field, int offset) {
        static final Bound START = new Bound(null, 0);

        /** Returns the index in the array, or -1 if there is no such place. */
        int index(LayoutCursor cursor) {
            FieldInput message = cursor.message();
            if (field == null) {
                return offset < 0 ? message.end() + offset : message.start() + offset;
            }
            FieldValue value = cursor.reading().last(field);
            return value == null || value.from() < 0 ? -1 : message.start() + value.from() + offset;
        }
    }

    /** Compares a field, which was read from bytes at this index, with the checksum. */
    void check(LayoutCursor cursor, int at, FieldValue value) {
        int begin = from.index(cursor);
        int end = to == null ? at : to.index(cursor);
        boolean isRange = begin >= cursor.message().start()
                && begin <= end
                && end <= cursor.message().end();
        value.setCheck(isRange, isRange ? checksum.of(cursor.bytes(), begin, end - begin) : 0);
    }
}
