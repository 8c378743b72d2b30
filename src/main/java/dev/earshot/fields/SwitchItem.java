package dev.earshot.fields;

import java.util.List;
import java.util.Map;

/**
 * Parts of a layout of which the value of a field or formula chooses one set. A value without parts contradicts the
 * layout.
 *
 * @param key what the parts depend on
 * @param when the condition under which messages have any of them; null for always
 * @param numbers the parts for whole numbers
 * @param ranges the parts for whole numbers from a lowest to a highest one
 * @param texts the parts for texts
 * @param fallback the parts for all other values; null if there must be none
 */
record SwitchItem(
        Formula key,
        Formula when,
        Map<Long, List<LayoutItem>> numbers,
        List<Range> ranges,
        Map<String, List<LayoutItem>> texts,
        List<LayoutItem> fallback)
        implements LayoutItem {

    /** The parts for a range of numbers. */
    record Range(long lowest, long highest, List<LayoutItem> parts) {}

    @Override
    public void read(LayoutCursor cursor) {
        if (when != null && !when.isTrue(cursor)) {
            return;
        }
        List<LayoutItem> parts = parts(cursor);
        if (parts == null) {
            cursor.refuse();
            return;
        }
        for (LayoutItem part : parts) {
            if (cursor.hasEnded()) {
                return;
            }
            part.read(cursor);
        }
    }

    private List<LayoutItem> parts(LayoutCursor cursor) {
        FieldValue field = key instanceof FieldName name ? name.last(cursor) : null;
        if (field != null && !field.isNumeric()) {
            return texts.getOrDefault(field.plainText(), fallback);
        }
        double number = field == null ? key.number(cursor) : field.number();
        long whole = (long) number;
        if (whole != number) {
            return fallback;
        }
        List<LayoutItem> parts = numbers.get(whole);
        for (int i = 0; parts == null && i < ranges.size(); i++) {
            Range range = ranges.get(i);
            parts = whole >= range.lowest && whole <= range.highest ? range.parts : null;
        }
        return parts == null ? fallback : parts;
    }
}
