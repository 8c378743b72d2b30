package dev.earshot.fields;

import java.util.List;

/**
 * A group of parts of a layout, which a message has once or several times.
 *
 * @param name empty if only its condition, its place or its length is wanted
 * @param when the condition under which messages have it; null for always
 * @param extent the bytes that its parts have; null where the parts say it
 * @param count how often the group is there; null for once
 * @param toTheEnd whether it is repeated as long as there are bytes
 * @param split divides the bytes among the parts; null where they say themselves what they take
 * @param summary the form of the message's line where it has this group; null for none
 */
record GroupItem(
        String name,
        Formula when,
        FieldPlace place,
        FieldExtent extent,
        Formula count,
        boolean toTheEnd,
        Split split,
        FieldSummary summary,
        List<LayoutItem> parts)
        implements LayoutItem, FieldValue.FieldText {

    @Override
    public void read(LayoutCursor cursor) {
        if (when != null && !when.isTrue(cursor)) {
            return;
        }
        int limit = place.find(cursor);
        if (limit < 0) {
            return;
        }
        if (summary != null) {
            cursor.reading().summarize(summary);
        }
        double times = count == null ? 1 : count.number(cursor);
        if (Double.isNaN(times)) {
            cursor.contradict();
            return;
        }
        int around = cursor.countFrom(0);
        for (int i = 0; toTheEnd ? cursor.at() < limit : i < times; i++) {
            int before = cursor.at();
            cursor.countFrom(i);
            readOnce(cursor, limit);
            if (cursor.hasEnded() || toTheEnd && cursor.at() == before) {
                break;
            }
        }
        cursor.countFrom(around);
    }

    private void readOnce(LayoutCursor cursor, int limit) {
        int end = extent == null ? limit : extent.end(cursor, limit);
        int from = cursor.at();
        boolean incomplete = end > limit;
        int to = Math.min(end, limit);
        FieldValue group = name.isEmpty() ? null : cursor.add(name, from, to, this);
        if (group != null) {
            cursor.reading().beginParts();
        }
        int[] around = cursor.enter(from, to);
        readParts(cursor, from, to);
        int read = cursor.at();
        cursor.restore(around);
        if (group != null) {
            cursor.reading().endParts();
            group.setEnd((extent == null ? read : to) - cursor.message().start());
        }
        if (extent != null) {
            cursor.moveTo(to + extent.delimiter(cursor, to, limit));
        }
        if (incomplete) {
            cursor.add("", to, to, FieldRemainder.FORM).setMissing(end - limit);
            cursor.end();
        }
    }

    private void readParts(LayoutCursor cursor, int from, int to) {
        if (split != null) {
            split.read(cursor, from, to, parts);
            return;
        }
        for (LayoutItem part : parts) {
            if (cursor.hasEnded()) {
                return;
            }
            part.read(cursor);
        }
        if (extent != null && cursor.furthest() < to && !cursor.hasEnded()) {
            FieldRemainder.add(cursor, cursor.furthest(), to);
        }
    }

    @Override
    public String plain(FieldValue value) {
        return "";
    }
}
