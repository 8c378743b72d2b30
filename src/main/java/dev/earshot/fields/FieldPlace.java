package dev.earshot.fields;

import java.util.regex.Matcher;

/** Finds the place in a message where a field of a layout begins. Immutable; any thread. */
interface FieldPlace {
    /** Behind the field before. */
    FieldPlace NEXT = new Skip(0);

    /**
     * Moves the cursor to the place.
     *
     * @return index behind the last byte that the field can have, or -1 if this message has no such field
     */
    int find(LayoutCursor cursor);

    /** Some bytes behind the field before. */
    record Skip(int bytes) implements FieldPlace {
        @Override
        public int find(LayoutCursor cursor) {
            cursor.moveTo(cursor.at() + bytes);
            return cursor.limit();
        }
    }

    /** A fixed place in the group: from its beginning, or from its end if it is negative. */
    record Offset(int offset) implements FieldPlace {
        @Override
        public int find(LayoutCursor cursor) {
            int at = offset < 0 ? cursor.limit() + offset : cursor.start() + offset;
            cursor.moveTo(Math.max(cursor.start(), at));
            return cursor.limit();
        }
    }

    /** The text that a group of the layout's regular expression has matched. */
    record Group(String name) implements FieldPlace {
        @Override
        public int find(LayoutCursor cursor) {
            Matcher found = cursor.text().found();
            int number = name.matches("[0-9]{1,2}") ? Integer.parseInt(name) : -1;
            int from = number < 0 ? found.start(name) : found.start(number);
            if (from < 0) {
                return -1;
            }
            cursor.moveTo(cursor.text().byteIndex(from));
            return cursor.text().byteIndex(number < 0 ? found.end(name) : found.end(number));
        }
    }
}
