package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the parts of a layout from JSON. Confined to one thread. */
final class LayoutJson {
    private static final int DEEPEST = 20;
    private static final int FARTHEST = 1 << 20;

    private final ByteOrder order;
    private final boolean hasExpression;
    private int depth;

    /**
     * @param order of numbers that name no other
     * @param hasExpression whether fields may be groups of a regular expression
     */
    LayoutJson(ByteOrder order, boolean hasExpression) {
        this.order = order;
        this.hasExpression = hasExpression;
    }

    /** Reads the fields of a layout, whose summary and division stand beside them. */
    GroupItem root(JsonFields from) throws Problem {
        return new GroupItem(
                "", null, FieldPlace.NEXT, null, null, false, split(from), summary(from), items(from, "fields"));
    }

    private List<LayoutItem> items(JsonFields from, String key) throws Problem {
        if (++depth > DEEPEST) {
            throw from.problem("problem.fields.deep", key, Integer.toString(DEEPEST));
        }
        List<LayoutItem> items = new ArrayList<>();
        for (JsonFields one : from.has(key) ? from.objects(key) : List.<JsonFields>of()) {
            items.add(item(one));
        }
        depth--;
        return List.copyOf(items);
    }

    private LayoutItem item(JsonFields from) throws Problem {
        LayoutItem item = from.has("fields") || from.has("split")
                ? group(from)
                : from.has("value") ? computed(from) : field(from);
        from.refuseUnknown();
        return item;
    }

    private GroupItem group(JsonFields from) throws Problem {
        String repeat = from.has("repeat") ? from.scalar("repeat") : "";
        boolean toTheEnd = repeat.equals("rest");
        return new GroupItem(
                from.text("name", ""),
                formula(from, "when"),
                place(from),
                from.oneOf(FieldExtentJson.KEYS) == null ? null : FieldExtentJson.read(from, order),
                toTheEnd || repeat.isEmpty() ? null : formula(from, "repeat"),
                toTheEnd,
                split(from),
                summary(from),
                items(from, "fields"));
    }

    private ComputedItem computed(JsonFields from) throws Problem {
        return new ComputedItem(
                name(from), formula(from, "when"), formula(from, "value"), ScaleJson.read(from), from.text("unit", ""));
    }

    private FieldItem field(JsonFields from) throws Problem {
        String typed = from.text("type");
        FieldType type = FieldTypes.find(typed);
        if (type == null) {
            throw from.problem("problem.fields.type", "type", VisibleText.brief(typed), FieldTypes.names());
        }
        boolean isText = type instanceof TextType;
        return new FieldItem(
                name(from),
                formula(from, "when"),
                place(from),
                type,
                isText ? FieldExtentJson.read(from, order) : FieldExtent.REST,
                from.choice("order", order),
                isText ? encoding(from) : null,
                ScaleJson.read(from),
                from.text("unit", ""),
                words(from),
                bits(from),
                CheckJson.read(from),
                from.has("is") ? hex(from, "is") : null);
    }

    private static String name(JsonFields from) throws Problem {
        String name = from.text("name");
        if (name.isBlank() || name.length() > 60) {
            throw from.problem("problem.fields.name", "name", VisibleText.brief(name));
        }
        return name;
    }

    private FieldPlace place(JsonFields from) throws Problem {
        String key = from.oneOf(List.of("at", "skip", "group"));
        if (key == null) {
            return FieldPlace.NEXT;
        } else if (!key.equals("group")) {
            int bytes = from.number(key, key.equals("at") ? -FARTHEST : 0, FARTHEST, 0);
            return key.equals("at") ? new FieldPlace.Offset(bytes) : new FieldPlace.Skip(bytes);
        } else if (!hasExpression) {
            throw from.problem("problem.fields.group", "group");
        }
        return new FieldPlace.Group(from.scalar("group"));
    }

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

    private static FieldSummary summary(JsonFields from) throws Problem {
        return from.has("summary") ? new FieldSummary(from.text("summary")) : null;
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

    static byte[] hex(JsonFields from, String key) throws Problem {
        try {
            byte[] bytes = Hex.parse(from.text(key));
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (Problem e) {
            // said below
        }
        throw from.problem("problem.fields.hex", key, VisibleText.brief(from.text(key)));
    }

    /** Reads the words of values; a value is a decimal number, or a hexadecimal one behind 0x. */
    static Map<Long, String> words(JsonFields from) throws Problem {
        if (!from.has("words")) {
            return Map.of();
        }
        JsonFields all = from.object("words");
        Map<Long, String> words = new HashMap<>();
        for (String value : all.names()) {
            try {
                words.put(Long.decode(value), all.text(value));
            } catch (NumberFormatException e) {
                throw all.problem("problem.fields.word", value, VisibleText.brief(value));
            }
        }
        return Map.copyOf(words);
    }

    private static List<BitField> bits(JsonFields from) throws Problem {
        List<BitField> bits = new ArrayList<>();
        for (JsonFields one : from.has("bits") ? from.objects("bits") : List.<JsonFields>of()) {
            int low = one.number("low", 0, 63, 0);
            bits.add(new BitField(name(one), low, one.number("count", 1, 63, 1), words(one)));
            one.refuseUnknown();
        }
        return List.copyOf(bits);
    }

    private Split split(JsonFields from) throws Problem {
        if (!from.has("split")) {
            return null;
        }
        Split.Naming naming = from.choice("naming", Split.Naming.NUMBER);
        Map<String, FieldItem> tags = new HashMap<>();
        if (naming == Split.Naming.PAIRS && from.has("tags")) {
            JsonFields all = from.object("tags");
            for (String tag : all.names()) {
                JsonFields one = all.object(tag);
                tags.put(tag, field(one));
                one.refuseUnknown();
            }
        }
        Delimiter pair = naming == Split.Naming.PAIRS ? new Delimiter(hex(from, "pair")) : null;
        return new Split(new Delimiter(hex(from, "split")), naming, pair, Map.copyOf(tags));
    }
}
