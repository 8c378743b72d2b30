package dev.earshot.fields;

import java.util.List;

/**
 * Alternative layouts of the same bytes: the first that no byte contradicts is used, or else the last.
 *
 * @param when the condition under which messages have any of them; null for always
 * @param choices at least one
 */
record ChoiceItem(Formula when, List<LayoutItem> choices) implements LayoutItem {

    @Override
    public void read(LayoutCursor cursor) {
        if (when != null && !when.isTrue(cursor)) {
            return;
        }
        LayoutCursor.State before = cursor.state();
        for (int i = 0; i < choices.size(); i++) {
            cursor.begin(before);
            choices.get(i).read(cursor);
            if (cursor.fits()) {
                break;
            }
        }
        cursor.join(before);
    }
}
