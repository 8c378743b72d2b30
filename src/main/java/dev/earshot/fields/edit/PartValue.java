package dev.earshot.fields.edit;

import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.fields.LayoutFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The value that a part of a layout has in one message.
 *
 * @param text the value with its unit; empty if the message does not have it. It may hold control characters
 * @param wrong whether the bytes contradict the layout
 * @param right the checksum that would be right; empty for any other field
 * @param missing how many bytes of it the message lacks
 */
public record PartValue(String text, boolean wrong, String right, int missing) {
    /** The value of a part that the message does not have. */
    public static final PartValue NONE = new PartValue("", false, "", 0);

    /** Reads a message by a layout, and returns the value of each of its parts. */
    public static List<PartValue> of(LayoutDocument document, String layout, FieldInput message) {
        FieldReading reading = new FieldReading();
        try {
            LayoutFile.read(document.text(), "").get(document.indexOf(layout)).read(message, reading);
        } catch (Problem e) {
            throw new AssertionError("A document can be read", e);
        }
        List<PartValue> values = new ArrayList<>();
        int next = 0;
        for (EditedField part : document.named(layout).fields()) {
            int at = find(reading, part.get("name"), next);
            values.add(at < 0 ? NONE : of(reading.get(at)));
            next = at < 0 ? next : at + 1;
        }
        return List.copyOf(values);
    }

    /** Returns the index of the next field of a name that is in no group; -1 if there is none. */
    private static int find(FieldReading reading, String name, int from) {
        for (int i = from; i < reading.size() && !name.isEmpty(); i++) {
            if (reading.get(i).depth() == 0 && reading.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static PartValue of(FieldValue value) {
        String unit = value.unit().isEmpty() ? "" : " " + value.unit();
        boolean isWrongCheck = value.isCheck() && value.isWrong() && value.missing() == 0;
        return new PartValue(
                value.missing() > 0 ? "" : value.text() + unit,
                value.isWrong(),
                isWrongCheck ? value.right() : "",
                value.missing());
    }
}
