package dev.earshot.fields;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.List;

/** Reads from JSON which bytes a field or group takes up. */
final class FieldExtentJson {
    /** The keys that say it, of which one may be there. */
    static final List<String> KEYS = List.of("length", "until", "prefix", "without");

    private static final int FARTHEST = 1 << 20;

    private FieldExtentJson() {}

    /** Reads an extent; everything that follows if none of the keys is there. */
    static FieldExtent read(JsonFields from, ByteOrder order) throws Problem {
        String key = from.oneOf(KEYS);
        if (key == null) {
            return FieldExtent.REST;
        }
        return switch (key) {
            case "length" -> new FieldExtent.Length(FieldJson.formula(from, key));
            case "until" -> new FieldExtent.Until(FieldJson.delimiter(from, key));
            case "without" -> new FieldExtent.Rest(from.number(key, 0, FARTHEST, 0));
            default -> prefix(from, order);
        };
    }

    private static FieldExtent prefix(JsonFields from, ByteOrder order) throws Problem {
        String typed = from.text("prefix");
        if (FieldTypes.find(typed) instanceof IntegerType type && !type.signed() && type.size() <= 4) {
            return new FieldExtent.Prefix(type, order);
        }
        throw from.problem("problem.fields.type", "prefix", VisibleText.brief(typed), "u8, u16, u24, u32");
    }
}
