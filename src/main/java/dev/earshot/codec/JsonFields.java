package dev.earshot.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an object of a JSON file (RFC 8259) field by field. A problem names the file and the place in it: a line and
 * column, or a path such as {@code rules[2].match}, counted from 0. {@link #refuseUnknown} refuses the fields that
 * nobody has asked for, because they are typing mistakes. Confined to one thread.
 */
public final class JsonFields {
    private final JsonObject object;
    private final String file;
    private final String path;
    private final Map<String, String> places;
    private final Set<String> knownFields = new TreeSet<>();

    private JsonFields(JsonObject object, String file, String path, Map<String, String> places) {
        this.object = object;
        this.file = file;
        this.path = path;
        this.places = places;
    }

    /**
     * Reads a whole file.
     *
     * @param file its name, for the words of problems
     * @throws Problem if this is no JSON, or not one object
     */
    public static JsonFields parse(String text, String file) throws Problem {
        return new JsonFields(JsonTree.parse(text, file).object(), file, "", Map.of());
    }

    /**
     * Reads a whole file, and names the line and column of each field with a problem behind the name of the file.
     *
     * @throws Problem if this is no JSON, or not one object
     */
    public static JsonFields parseLocated(String text, String file) throws Problem {
        JsonTree tree = JsonTree.parse(text, file);
        return new JsonFields(tree.object(), file, "", tree.places());
    }

    /** Whether there is such a field. */
    public boolean has(String key) {
        knownFields.add(key);
        return object.has(key);
    }

    /**
     * Reads a text.
     *
     * @throws Problem if it is missing or no text
     */
    public String text(String key) throws Problem {
        JsonElement value = present(key);
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw problem("problem.json.text", key);
    }

    /** Returns the names of all fields, whether they are known or not. */
    public Set<String> names() {
        return object.keySet();
    }

    /**
     * Reads a value of any type: a {@link String}, a {@link Boolean}, an {@link Integer} or the {@code JsonFields} of
     * an object.
     *
     * @throws Problem if it is missing or of another type
     */
    public Object value(String key) throws Problem {
        JsonElement value = present(key);
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return flag(key, false);
        } else if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return number(key, Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
        }
        return value instanceof JsonPrimitive ? text(key) : object(key);
    }

    /**
     * Reads a text, a number or a boolean as it would be written in a text.
     *
     * @throws Problem if it is missing or something else
     */
    public String scalar(String key) throws Problem {
        if (present(key) instanceof JsonPrimitive primitive) {
            return primitive.getAsString();
        }
        throw problem("problem.json.scalar", key);
    }

    /**
     * Reads a text that may be missing.
     *
     * @throws Problem if it is there and no text
     */
    public String text(String key, String fallback) throws Problem {
        return has(key) ? text(key) : fallback;
    }

    /**
     * Reads a number that may be missing.
     *
     * @throws Problem if it is there and no whole number from {@code least} to {@code most}
     */
    public int number(String key, int least, int most, int fallback) throws Problem {
        if (!has(key)) {
            return fallback;
        }
        if (object.get(key) instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsNumber() instanceof Long value
                && value >= least
                && value <= most) {
            return value.intValue();
        }
        throw problem("problem.json.number", key, Integer.toString(least), Integer.toString(most));
    }

    /**
     * Reads a boolean that may be missing.
     *
     * @throws Problem if it is there and neither true nor false
     */
    public boolean flag(String key, boolean fallback) throws Problem {
        if (!has(key)) {
            return fallback;
        }
        if (object.get(key) instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw problem("problem.json.flag", key);
    }

    /**
     * Reads a constant of the fallback's enum, by its name in lower case; it may be missing.
     *
     * @throws Problem if it is there and none of these
     */
    public <E extends Enum<E>> E choice(String key, E fallback) throws Problem {
        List<E> all = Arrays.asList(fallback.getDeclaringClass().getEnumConstants());
        List<String> names = all.stream().map(JsonFields::name).toList();
        return all.get(names.indexOf(choice(key, names, name(fallback))));
    }

    /**
     * Reads a text that must be one of some names; returns the fallback if the field is missing.
     *
     * @throws Problem if it is another text, or no text
     */
    public String choice(String key, List<String> names, String fallback) throws Problem {
        String name = text(key, fallback);
        if (!names.contains(name)) {
            throw problem("problem.json.choice", key, String.join(", ", names));
        }
        return name;
    }

    /** Returns the name of a constant as it stands in a file. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the one field that is there of several that exclude each other.
     *
     * @return null if none is
     * @throws Problem if several are
     */
    public String oneOf(List<String> keys) throws Problem {
        List<String> there = keys.stream().filter(this::has).toList();
        if (there.size() > 1) {
            throw problem("problem.json.one", there.get(1), String.join(", ", keys));
        }
        return there.isEmpty() ? null : there.get(0);
    }

    /**
     * Reads an object.
     *
     * @throws Problem if it is missing or no object
     */
    public JsonFields object(String key) throws Problem {
        if (present(key) instanceof JsonObject inner) {
            return new JsonFields(inner, file, at(key), places);
        }
        throw problem("problem.json.object", key);
    }

    /**
     * Reads a list of objects.
     *
     * @throws Problem if it is missing or no list of objects
     */
    public List<JsonFields> objects(String key) throws Problem {
        if (!(present(key) instanceof JsonArray array)) {
            throw problem("problem.json.list", key);
        }
        List<JsonFields> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String name = key + "[" + i + "]";
            if (!(array.get(i) instanceof JsonObject inner)) {
                throw problem("problem.json.object", name);
            }
            all.add(new JsonFields(inner, file, at(name), places));
        }
        return all;
    }

    /**
     * Ends the reading of this object.
     *
     * @throws Problem if there is a field that nobody has asked for
     */
    public void refuseUnknown() throws Problem {
        for (String key : object.keySet()) {
            if (!knownFields.contains(key)) {
                throw problem("problem.json.unknown", VisibleText.brief(key), String.join(", ", knownFields));
            }
        }
    }

    /**
     * Makes a problem with a field.
     *
     * @param problem the key of its words, which are filled with the file, the path of the field, and {@code more}
     */
    public Problem problem(String problem, String key, String... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = file + places.getOrDefault(at(key), places.getOrDefault(path, ""));
        arguments[1] = at(key);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new Problem(problem, -1, arguments);
    }

    private JsonElement present(String key) throws Problem {
        if (!has(key)) {
            throw problem("problem.json.missing", key);
        }
        return object.get(key);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
