package dev.earshot.fields;

/** The bytes that a field or group takes up. Immutable; any thread. */
interface FieldExtent {
    /** Everything up to the end of the group around it. */
    FieldExtent REST = new Rest(0);

    /**
     * Returns the index behind the last byte of what begins where the cursor stands, and moves the cursor to where its
     * content begins. An index beyond the limit says how many bytes are missing.
     *
     * @param limit index behind the last byte that it can have
     */
    int end(LayoutCursor cursor, int limit);

    /** Returns the number of bytes that follow the end and belong to it, such as a delimiter. */
    default int delimiter(LayoutCursor cursor, int end, int limit) {
        return 0;
    }

    /** Everything but some last bytes. */
    record Rest(int without) implements FieldExtent {
        @Override
        public int end(LayoutCursor cursor, int limit) {
            return Math.max(cursor.at(), limit - without);
        }
    }

    /** As many bytes as a formula says. */
    record Length(Formula formula) implements FieldExtent {
        @Override
        public int end(LayoutCursor cursor, int limit) {
            double length = formula.number(cursor);
            if (Double.isNaN(length) || length < 0) {
                cursor.contradict();
                return cursor.at();
            }
            return (int) Math.min(Integer.MAX_VALUE / 2, cursor.at() + length);
        }
    }

    /** As many bytes as a number before it says. */
    record Prefix(IntegerType size, ByteOrder order) implements FieldExtent {
        @Override
        public int end(LayoutCursor cursor, int limit) {
            if (limit - cursor.at() < size.size()) {
                return cursor.at() + size.size();
            }
            long length = order.bits(cursor.bytes(), cursor.at(), size.size());
            cursor.moveTo(cursor.at() + size.size());
            return (int) Math.min(Integer.MAX_VALUE / 2, cursor.at() + length);
        }
    }

    /** Everything up to a delimiter, or to the end of the group if there is none. */
    record Until(Delimiter delimiter) implements FieldExtent {
        @Override
        public int end(LayoutCursor cursor, int limit) {
            int found = delimiter.find(cursor.bytes(), cursor.at(), limit);
            return found < 0 ? limit : found;
        }

        @Override
        public int delimiter(LayoutCursor cursor, int end, int limit) {
            return end < limit ? delimiter.lengthAt(cursor.bytes(), end, limit) : 0;
        }
    }
}
