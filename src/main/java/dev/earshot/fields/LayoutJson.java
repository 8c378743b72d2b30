package dev.earshot.fields;

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
    private final JsonFields shared;
    private final Map<String, List<LayoutItem>> readShared = new HashMap<>();
    private int depth;

    /**
     * @param order of numbers that name no other
     * @param hasExpression whether fields may be groups of a regular expression
     * @param shared lists of parts that layouts of the file have in common; null if there are none
     */
    LayoutJson(ByteOrder order, boolean hasExpression, JsonFields shared) {
        this.order = order;
        this.hasExpression = hasExpression;
        this.shared = shared;
    }

    /** Reads the fields of a layout, whose summary and division stand beside them. */
    GroupItem root(JsonFields from) throws Problem {
        return new GroupItem("", null, FieldPlace.NEXT, null, null, false, split(from), summary(from), parts(from));
    }

    /** Reads the parts of a group: a list of its own, or one that is shared. */
    private List<LayoutItem> parts(JsonFields from) throws Problem {
        if (!from.has("use")) {
            return from.has("fields") ? items(from, "fields") : List.of();
        }
        String name = from.text("use");
        if (shared == null || !shared.has(name)) {
            throw from.problem("problem.fields.use", "use", VisibleText.brief(name));
        }
        List<LayoutItem> parts = readShared.get(name);
        if (parts == null) {
            parts = items(shared, name);
            readShared.put(name, parts);
        }
        return parts;
    }

    private List<LayoutItem> items(JsonFields from, String key) throws Problem {
        if (++depth > DEEPEST) {
            throw from.problem("problem.fields.deep", key, Integer.toString(DEEPEST));
        }
        List<LayoutItem> items = new ArrayList<>();
        for (JsonFields one : from.objects(key)) {
            items.add(item(one));
        }
        depth--;
        return List.copyOf(items);
    }

    private LayoutItem item(JsonFields from) throws Problem {
        LayoutItem item;
        if (from.has("fields") || from.has("use") || from.has("split")) {
            item = group(from);
        } else if (from.has("switch")) {
            item = cases(from);
        } else if (from.has("choices")) {
            item = new ChoiceItem(FieldJson.formula(from, "when"), items(from, "choices"));
        } else if (from.has("require")) {
            item = new RequiredItem(FieldJson.formula(from, "require"));
        } else {
            item = from.has("value") ? computed(from) : FieldJson.read(from, place(from), order);
        }
        from.refuseUnknown();
        return item;
    }

    private GroupItem group(JsonFields from) throws Problem {
        String repeat = from.has("repeat") ? from.scalar("repeat") : "";
        boolean toTheEnd = repeat.equals("rest");
        return new GroupItem(
                from.text("name", ""),
                FieldJson.formula(from, "when"),
                place(from),
                from.oneOf(FieldExtentJson.KEYS) == null ? null : FieldExtentJson.read(from, order),
                toTheEnd || repeat.isEmpty() ? null : FieldJson.formula(from, "repeat"),
                toTheEnd,
                split(from),
                summary(from),
                parts(from));
    }

    /** Reads cases such as {@code 1}, {@code 0x80..0xFF} and {@code "3, 4"}; others are texts. */
    private SwitchItem cases(JsonFields from) throws Problem {
        Map<Long, List<LayoutItem>> numbers = new HashMap<>();
        List<SwitchItem.Range> ranges = new ArrayList<>();
        Map<String, List<LayoutItem>> texts = new HashMap<>();
        JsonFields cases = from.object("cases");
        for (String key : cases.names()) {
            List<LayoutItem> parts = items(cases, key);
            for (String typed : key.split(",")) {
                String[] bounds = typed.strip().split("\\.\\.", 2);
                try {
                    long lowest = Long.decode(bounds[0]);
                    if (bounds.length == 1) {
                        numbers.put(lowest, parts);
                    } else {
                        ranges.add(new SwitchItem.Range(lowest, Long.decode(bounds[1]), parts));
                    }
                } catch (NumberFormatException e) {
                    // the text of a field
                }
                texts.put(typed.strip(), parts);
            }
        }
        return new SwitchItem(
                FieldJson.formula(from, "switch"),
                FieldJson.formula(from, "when"),
                Map.copyOf(numbers),
                List.copyOf(ranges),
                Map.copyOf(texts),
                from.has("default") ? items(from, "default") : null);
    }

    private ComputedItem computed(JsonFields from) throws Problem {
        return new ComputedItem(
                FieldJson.name(from),
                FieldJson.formula(from, "when"),
                FieldJson.formula(from, "value"),
                ScaleJson.read(from),
                from.text("unit", ""));
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

    private static FieldSummary summary(JsonFields from) throws Problem {
        return from.has("summary") ? new FieldSummary(from.text("summary")) : null;
    }

    private Split split(JsonFields from) throws Problem {
        if (!from.has("split")) {
            return null;
        }
        Split.Naming naming = from.choice("naming", Split.Naming.NUMBER);
        boolean pairs = naming == Split.Naming.PAIRS;
        Map<String, FieldItem> tags = new HashMap<>();
        if (pairs && from.has("tags")) {
            JsonFields all = from.object("tags");
            for (String tag : all.names()) {
                JsonFields one = all.object(tag);
                tags.put(tag, FieldJson.read(one, FieldPlace.NEXT, order));
                one.refuseUnknown();
            }
        }
        return new Split(
                FieldJson.delimiter(from, "split"),
                naming,
                from.number("firstNumber", 0, 1000, naming == Split.Naming.FIRST ? 0 : 1),
                pairs ? FieldJson.delimiter(from, "pair") : null,
                new TagTable(tags));
    }
}
