package dev.earshot.fields;

/**
 * A number that is computed from fields before it, and has no bytes of its own.
 *
 * @param when the condition under which messages have it; null for always
 */
record ComputedItem(String name, Formula when, Formula formula, Scale scale, String unit)
        implements LayoutItem, FieldValue.FieldText {

    @Override
    public void read(LayoutCursor cursor) {
        if (when != null && !when.isTrue(cursor)) {
            return;
        }
        double number = formula.number(cursor);
        if (!Double.isNaN(number)) {
            cursor.reading().add(name, -1, -1, this).setNumber(scale.apply(number), (long) number);
        }
    }

    @Override
    public String plain(FieldValue value) {
        return FieldNumbers.rounded(value.number());
    }
}
