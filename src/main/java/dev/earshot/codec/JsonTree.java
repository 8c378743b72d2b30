package dev.earshot.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a JSON file, and where each stands. Confined to one thread. */
final class JsonTree {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}\\.[0-9]{1,12}");
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private final String file;
    private final Map<String, String> places = new HashMap<>();
    private JsonObject object;

    private JsonTree(String file) {
        this.file = file;
    }

    /**
     * Reads a whole file.
     *
     * @param file its name, for the words of problems
     * @throws Problem if this is no JSON, or not one object
     */
    static JsonTree parse(String text, String file) throws Problem {
        JsonTree tree = new JsonTree(file);
        try (JsonReader reader =
                new JsonReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement whole = tree.element(reader);
            reader.peek(); // refuses what stands behind it
            if (whole instanceof JsonObject object) {
                tree.object = object;
                return tree;
            }
        } catch (IOException e) {
            throw tree.unreadable(String.valueOf(e.getMessage()));
        }
        throw new Problem("problem.json.whole", -1, file);
    }

    JsonObject object() {
        return object;
    }

    /** Returns the places by the paths of the values, such as {@code :3:14} for line 3, column 14. */
    Map<String, String> places() {
        return places;
    }

    /** Returns the place of the name or value that comes next. */
    private static String place(JsonReader reader) throws IOException {
        reader.peek();
        Matcher place = PLACE.matcher(reader.toString()); // the reader tells it in no other way
        return place.find() ? ":" + place.group(1) + ":" + place.group(2) : "";
    }

    /** Reads the next value with everything in it; the reader refuses values that are nested too deeply. */
    private JsonElement element(JsonReader reader) throws IOException, Problem {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members(reader);
            case BEGIN_ARRAY -> items(reader);
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> new JsonPrimitive(reader.nextString());
        };
    }

    /** Keeps numbers of usual length; any other becomes null, since no field has such a number. */
    private JsonElement number(String digits) {
        if (WHOLE.matcher(digits).matches()) {
            return new JsonPrimitive(Long.valueOf(digits));
        }
        return DECIMAL.matcher(digits).matches() ? new JsonPrimitive(new BigDecimal(digits)) : JsonNull.INSTANCE;
    }

    private JsonObject members(JsonReader reader) throws IOException, Problem {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String place = place(reader);
            String key = reader.nextName();
            if (object.has(key)) {
                throw new Problem(
                        "problem.json.twice",
                        -1,
                        file,
                        VisibleText.brief(reader.getPath().substring(2)));
            }
            places.put(reader.getPath().substring(2), place);
            object.add(key, element(reader));
        }
        reader.endObject();
        return object;
    }

    private JsonArray items(JsonReader reader) throws IOException, Problem {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            String place = place(reader);
            places.put(reader.getPath().substring(2), place);
            array.add(element(reader));
        }
        reader.endArray();
        return array;
    }

    private Problem unreadable(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? new Problem("problem.json.syntax", -1, file, place.group(1), place.group(2))
                : new Problem("problem.json.whole", -1, file);
    }
}
