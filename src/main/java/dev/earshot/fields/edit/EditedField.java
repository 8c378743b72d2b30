package dev.earshot.fields.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.earshot.codec.Problem;
import java.util.List;
import java.util.Set;

/**
 * The JSON of one part of a layout while it is edited; each change returns a new copy. Immutable; any thread.
 *
 * @param json is never changed
 */
public record EditedField(JsonObject json) {
    /** The keys of a field that a table can show. */
    private static final Set<String> SHOWN = Set.of(
            "name",
            "type",
            "at",
            "skip",
            "group",
            "order",
            "length",
            "until",
            "prefix",
            "without",
            "encoding",
            "zone",
            "scale",
            "offset",
            "unit",
            "words",
            "when",
            "checksum",
            "over",
            "is",
            "bits");

    /** Makes a field of a type. */
    public static EditedField of(String name, String type) {
        return new EditedField(new JsonObject()).with("name", name).with("type", type);
    }

    /** Whether it is a single field, and no group or other part that only the text can show. */
    public boolean isPlain() {
        return json.get("type") instanceof JsonPrimitive && SHOWN.containsAll(json.keySet());
    }

    /** Returns the text, number or boolean of a key; empty if it has none. */
    public String get(String key) {
        return json.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    /** Returns this field with a text under a key, or without the key if the text is empty. */
    public EditedField with(String key, String text) {
        return put(key, text.isEmpty() ? null : new JsonPrimitive(text));
    }

    /** Returns this field with a number under a key. */
    public EditedField with(String key, long number) {
        return put(key, new JsonPrimitive(number));
    }

    /** Returns this field with other words of values, {@code 1=reading, 2=alarm}; without any if the text is empty. */
    public EditedField withWords(String typed) {
        JsonObject words = new JsonObject();
        for (String pair : typed.split("[,，;\n]")) {
            int equals = pair.indexOf('=');
            String value = (equals < 0 ? pair : pair.substring(0, equals)).strip();
            if (!value.isEmpty()) {
                words.addProperty(
                        value, equals < 0 ? "" : pair.substring(equals + 1).strip());
            }
        }
        return put("words", words.isEmpty() ? null : words);
    }

    /** Returns the words of values as people type them. */
    public String words() {
        StringBuilder words = new StringBuilder();
        if (json.get("words") instanceof JsonObject all) {
            for (String value : all.keySet()) {
                String word = all.get(value) instanceof JsonPrimitive one ? one.getAsString() : "";
                words.append(words.isEmpty() ? "" : ", ")
                        .append(value)
                        .append('=')
                        .append(word);
            }
        }
        return words.toString();
    }

    /**
     * Returns this field with other bits, {@code 0=alarm, 1..2=mode}; without any if the text is empty.
     *
     * @throws Problem if the text names no bits
     */
    public EditedField withBits(String typed) throws Problem {
        JsonArray bits = BitText.parse(typed);
        return put("bits", bits.isEmpty() ? null : bits);
    }

    /** Returns the bits as people type them. */
    public String bits() {
        return BitText.print(json.get("bits"));
    }

    /** Whether the bits can be typed in one line without losing anything. */
    public boolean hasSimpleBits() {
        return BitText.saysAll(json.get("bits"));
    }

    /** Whether the words can be typed in one line without getting others. */
    public boolean hasSimpleWords() {
        return !json.has("words") || withWords(words()).equals(this);
    }

    /** Returns this field without these keys. */
    public EditedField without(List<String> keys) {
        JsonObject copy = json.deepCopy();
        keys.forEach(copy::remove);
        return new EditedField(copy);
    }

    /** Returns the number of parts inside, at any depth. */
    public int parts() {
        return parts(json);
    }

    private static int parts(JsonElement element) {
        int count = 0;
        if (element instanceof JsonArray array) {
            for (JsonElement item : array) {
                count += (item instanceof JsonObject ? 1 : 0) + parts(item);
            }
        } else if (element instanceof JsonObject object) {
            for (String key : object.keySet()) {
                count += parts(object.get(key));
            }
        }
        return count;
    }

    private EditedField put(String key, JsonElement value) {
        JsonObject copy = json.deepCopy();
        if (value == null) {
            copy.remove(key);
        } else {
            copy.add(key, value);
        }
        return new EditedField(copy);
    }
}
