package dev.earshot.fields;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads layouts from a JSON file:
 *
 * <pre>{@code
 * {
 *   "format": "earshot fields 1",
 *   "layouts": [
 *     {"name": "sensor", "framings": "fixed", "ports": "7000", "fields": [
 *       {"name": "kind", "type": "u8", "words": {"1": "reading", "2": "alarm"}},
 *       {"name": "temp", "type": "i16", "order": "little", "scale": "0.1", "unit": "°C"},
 *       {"name": "crc", "type": "u16", "at": -2, "checksum": "CRC-16/MODBUS"}
 *     ]}
 *   ]
 * }
 * }</pre>
 *
 * <p>The guide's page on fields describes all keys.
 */
public final class LayoutFile {
    /** The value of the key {@code format}. */
    public static final String FORMAT = "earshot fields 1";

    private LayoutFile() {}

    /**
     * Reads a whole file.
     *
     * @param json its content
     * @param file its name, for the words of problems
     * @throws Problem if anything in it is wrong, with the line and column
     */
    public static List<MessageLayout> read(String json, String file) throws Problem {
        JsonFields all = JsonFields.parseLocated(json, file);
        JsonFormat.require(all, FORMAT);
        JsonFields shared = all.has("shared") ? all.object("shared") : null;
        List<MessageLayout> layouts = new ArrayList<>();
        for (JsonFields one : all.objects("layouts")) {
            layouts.add(layout(one, shared));
        }
        if (shared != null) {
            shared.refuseUnknown();
        }
        all.refuseUnknown();
        return layouts;
    }

    /** Returns the names of all types that a field can have. */
    public static List<String> types() {
        return List.of(FieldTypes.names().split(", "));
    }

    private static MessageLayout layout(JsonFields from, JsonFields shared) throws Problem {
        String name = from.text("name");
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw from.problem("problem.fields.layout", "name", VisibleText.brief(name));
        }
        String title = from.text("title", name);
        LayoutJson items = new LayoutJson(from.choice("order", ByteOrder.BIG), pattern(from) != null, shared);
        MessageLayout layout = new MessageLayout(
                name,
                title,
                from.text("titleZh", title),
                from.text("source", ""),
                framings(from),
                ports(from),
                pattern(from),
                items.root(from));
        from.refuseUnknown();
        return layout;
    }

    private static List<String> framings(JsonFields from) throws Problem {
        return Arrays.stream(from.text("framings", "").split(",?\\s+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Pattern pattern(JsonFields from) throws Problem {
        if (!from.has("expression")) {
            return null;
        }
        try {
            return RegularExpression.compile(from.text("expression"), "problem.fields.expression");
        } catch (Problem e) {
            throw from.problem(
                    "problem.fields.expression.bad",
                    "expression",
                    String.valueOf(e.arguments().get(0)));
        }
    }

    private static Set<Integer> ports(JsonFields from) throws Problem {
        Set<Integer> ports = new LinkedHashSet<>();
        for (String port : from.has("ports") ? from.scalar("ports").split("[,\\s]+") : new String[0]) {
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
                throw from.problem("problem.fields.port", "ports", VisibleText.brief(port));
            }
            ports.add(Integer.valueOf(port));
        }
        return ports;
    }
}
