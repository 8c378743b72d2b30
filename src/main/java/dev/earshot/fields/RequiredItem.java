package dev.earshot.fields;

/** A condition that a message must meet, or else the layout does not apply to it. */
record RequiredItem(Formula condition) implements LayoutItem {

    @Override
    public void read(LayoutCursor cursor) {
        if (!condition.isTrue(cursor)) {
            cursor.refuse();
        }
    }
}
