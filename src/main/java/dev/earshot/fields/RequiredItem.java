package dev.earshot.fields;

/** A condition without which a message has another form. */
record RequiredItem(Formula condition) implements LayoutItem {

    @Override
    public void read(LayoutCursor cursor) {
        if (!condition.isTrue(cursor)) {
            cursor.refuse();
        }
    }
}
