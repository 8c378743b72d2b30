package dev.earshot.fields;

/** A part of a layout: a field, a group of parts, or a number that is computed from others. Immutable; any thread. */
interface LayoutItem {

    /** Reads the item where the cursor stands, and moves the cursor behind it. */
    void read(LayoutCursor cursor);
}
