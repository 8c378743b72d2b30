package dev.earshot.fields.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints JSON (RFC 8259) for people: what fits into a line stands in one. */
final class JsonPrinter {
    private static final int WIDTH = 120;
    private static final String STEP = "  ";

    private JsonPrinter() {}

    /** Returns the text of an element, with a line end after it. */
    static String print(JsonElement element) {
        StringBuilder out = new StringBuilder();
        print(element, "", 0, out);
        return out.append('\n').toString();
    }

    /** @param depth of the element; the members of the outermost object, and of its lists, have lines of their own */
    private static void print(JsonElement element, String indent, int depth, StringBuilder out) {
        String line = line(element);
        int used = out.length() - (out.lastIndexOf("\n") + 1);
        boolean breaks = element instanceof JsonObject || element instanceof JsonArray array && !array.isEmpty();
        if (!breaks || depth > (element instanceof JsonArray ? 1 : 0) && used + line.length() < WIDTH) {
            out.append(line);
            return;
        }
        List<String> names = new ArrayList<>();
        List<JsonElement> values = new ArrayList<>();
        if (element instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                names.add(quoted(member.getKey()) + ": ");
                values.add(member.getValue());
            }
        } else {
            for (JsonElement item : element.getAsJsonArray()) {
                names.add("");
                values.add(item);
            }
        }
        String inner = indent + STEP;
        out.append(element instanceof JsonObject ? '{' : '[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append(inner).append(names.get(i));
            print(values.get(i), inner, depth + 1, out);
        }
        out.append('\n').append(indent).append(element instanceof JsonObject ? '}' : ']');
    }

    private static String line(JsonElement element) {
        StringBuilder line = new StringBuilder();
        if (element instanceof JsonObject object) {
            object.entrySet()
                    .forEach(member -> line.append(line.isEmpty() ? "" : ", ")
                            .append(quoted(member.getKey()))
                            .append(": ")
                            .append(line(member.getValue())));
            return "{" + line + "}";
        } else if (element instanceof JsonArray array) {
            array.forEach(item -> line.append(line.isEmpty() ? "" : ", ").append(line(item)));
            return "[" + line + "]";
        }
        return element.toString();
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }
}
