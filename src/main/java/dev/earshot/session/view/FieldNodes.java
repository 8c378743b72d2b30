package dev.earshot.session.view;

import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Makes the tree of a message's fields for the detail pane. Used once. */
final class FieldNodes {
    private final FieldReading fields;
    private final int[] places;
    private final Words words;
    private int next;

    /** @param places of the bytes that were read, and of their end, in the message; null if they are the same */
    FieldNodes(FieldReading fields, int[] places, Words words) {
        this.fields = fields;
        this.places = places;
        this.words = words;
    }

    List<FieldNode> all() {
        next = 0;
        return nodes(0);
    }

    private List<FieldNode> nodes(int depth) {
        List<FieldNode> nodes = new ArrayList<>();
        while (next < fields.size() && fields.get(next).depth() >= depth) {
            FieldValue value = fields.get(next++);
            List<FieldNode> parts = nodes(depth + 1);
            nodes.add(new FieldNode(
                    name(value), text(value), place(value.from()), place(value.to()), value.isWrong(), parts));
        }
        return List.copyOf(nodes);
    }

    private int place(int index) {
        return index < 0 || places == null ? index : places[Math.min(index, places.length - 1)];
    }

    private String name(FieldValue value) {
        return value.name().isEmpty() ? words.of("row.field.rest") : PartList.safe(value.name());
    }

    private String text(FieldValue value) {
        if (value.missing() > 0) {
            return words.of("row.field.missing", value.missing());
        }
        String unit = value.unit().isEmpty() ? "" : " " + value.unit();
        String text = PartList.safe(value.text() + unit);
        return value.isCheck() && value.isWrong() ? words.of("row.field.wrong", text, value.right()) : text;
    }
}
