package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads a field of a layout from JSON. */
final class FieldJson {
    private FieldJson() {}

    /**
     * Reads a field at a place that was read before.
     *
     * @param order of a number that names no other
     */
    static FieldItem read(JsonFields from, FieldPlace place, ByteOrder order) throws Problem {
        String typed = from.text("type");
        FieldType type = FieldTypes.find(typed);
        if (type == null) {
            throw from.problem("problem.fields.type", "type", VisibleText.brief(typed), FieldTypes.names());
        }
        TextType text = type instanceof TextType textType ? textType : null;
        boolean hasExtent = text != null || type == AddressType.XORIP;
        return new FieldItem(
                name(from),
                formula(from, "when"),
                place,
                type,
                hasExtent ? FieldExtentJson.read(from, order) : FieldExtent.REST,
                from.choice("order", order),
                text == null ? null : encoding(from),
                zone(from),
                ScaleJson.read(from),
                from.text("unit", ""),
                ValueWords.read(from, text != null && text.isPlainText() || type instanceof AddressType),
                bits(from),
                CheckJson.read(from),
                from.has("is") ? hex(from, "is", from.text("is")) : null);
    }

    static String name(JsonFields from) throws Problem {
        String name = from.text("name");
        if (name.isBlank() || name.length() > FieldReading.MOST_NAME_BYTES) {
            throw from.problem("problem.fields.name", "name", VisibleText.brief(name));
        }
        return name;
    }

    /** Reads a formula; null if it is missing. */
    static Formula formula(JsonFields from, String key) throws Problem {
        if (!from.has(key)) {
            return null;
        }
        try {
            return Formula.parse(from.scalar(key));
        } catch (Problem e) {
            throw from.problem(
                    "problem.fields.formula",
                    key,
                    VisibleText.brief(from.scalar(key)),
                    Integer.toString(e.position() + 1));
        }
    }

    /** Reads a delimiter in hex digits, or several with bars between. */
    static Delimiter delimiter(JsonFields from, String key) throws Problem {
        List<byte[]> alternatives = new ArrayList<>();
        for (String one : from.text(key).split("\\|", -1)) {
            alternatives.add(hex(from, key, one));
        }
        return new Delimiter(alternatives);
    }

    private static byte[] hex(JsonFields from, String key, String digits) throws Problem {
        try {
            byte[] bytes = Hex.parse(digits);
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (Problem e) {
            // said below
        }
        throw from.problem("problem.fields.hex", key, VisibleText.brief(digits));
    }

    private static Encoding encoding(JsonFields from) throws Problem {
        if (!from.has("encoding")) {
            return null;
        }
        String name = from.text("encoding");
        try {
            return Encoding.named(name);
        } catch (Problem e) {
            throw from.problem("problem.fields.encoding", "encoding", VisibleText.brief(name));
        }
    }

    private static ZoneOffset zone(JsonFields from) throws Problem {
        String zone = from.text("zone", "Z");
        try {
            return ZoneOffset.of(zone);
        } catch (DateTimeException e) {
            throw from.problem("problem.fields.zone", "zone", VisibleText.brief(zone));
        }
    }

    private static List<BitField> bits(JsonFields from) throws Problem {
        List<BitField> bits = new ArrayList<>();
        for (JsonFields one : from.has("bits") ? from.objects("bits") : List.<JsonFields>of()) {
            bits.add(new BitField(
                    name(one),
                    formula(one, "when"),
                    one.number("low", 0, 63, 0),
                    one.number("count", 1, 63, 1),
                    ValueWords.read(one, false)));
            one.refuseUnknown();
        }
        return List.copyOf(bits);
    }
}
