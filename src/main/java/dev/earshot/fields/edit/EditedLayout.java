package dev.earshot.fields.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of a layout while it is edited; each change returns a new copy. Immutable; any thread.
 *
 * @param json is never changed
 */
public record EditedLayout(JsonObject json) {
    private static final String FIELDS = "fields";
    private static final long UNPLACED = Long.MIN_VALUE;
    private static final long FROM_END = 1L << 40;

    /** Makes a layout without fields. */
    public static EditedLayout named(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.add(FIELDS, new JsonArray());
        return new EditedLayout(json);
    }

    public String name() {
        return get("name");
    }

    /** Returns the text, number or boolean of a key; empty if it has none. */
    public String get(String key) {
        return json.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    /** Returns this layout with a text under a key, or without the key if the text is empty. */
    public EditedLayout with(String key, String text) {
        if (text.equals(get(key))) {
            return this;
        }
        JsonObject copy = new JsonObject();
        // The fields stay at the end, where people look for them.
        json.entrySet().stream()
                .filter(one -> !one.getKey().equals(FIELDS))
                .forEach(one -> copy.add(one.getKey(), one.getValue().deepCopy()));
        if (text.isEmpty()) {
            copy.remove(key);
        } else {
            copy.addProperty(key, text);
        }
        if (json.has(FIELDS)) {
            copy.add(FIELDS, json.get(FIELDS).deepCopy());
        }
        return new EditedLayout(copy);
    }

    /** Returns the fields and other parts, in their order. */
    public List<EditedField> fields() {
        List<EditedField> fields = new ArrayList<>();
        if (json.get(FIELDS) instanceof JsonArray array) {
            for (JsonElement one : array) {
                fields.add(new EditedField(one.getAsJsonObject()));
            }
        }
        return List.copyOf(fields);
    }

    /** Returns this layout with other fields. */
    public EditedLayout withFields(List<EditedField> fields) {
        JsonArray array = new JsonArray();
        fields.forEach(field -> array.add(field.json()));
        JsonObject copy = json.deepCopy();
        copy.add(FIELDS, array);
        return new EditedLayout(copy);
    }

    /**
     * Returns this layout with one more field. If it has a fixed place, it goes before the first field with a later
     * one, or from the end of the message; else behind all others.
     */
    public EditedLayout withField(EditedField field) {
        List<EditedField> fields = new ArrayList<>(fields());
        long place = place(field);
        int at = fields.size();
        for (int i = fields.size() - 1; i >= 0 && place != UNPLACED; i--) {
            // Fields without a place stay behind the one that they follow.
            at = place(fields.get(i)) > place ? i : at;
        }
        fields.add(at, field);
        return withFields(fields);
    }

    /** Returns this layout with one more field, behind the last one of a name. */
    public EditedLayout withFieldBehind(String name, EditedField field) {
        List<EditedField> fields = new ArrayList<>(fields());
        int at = fields.size();
        for (int i = 0; i < fields.size(); i++) {
            at = fields.get(i).get("name").equals(name) ? i + 1 : at;
        }
        fields.add(at, field);
        return withFields(fields);
    }

    /** Returns a number that rises with the place, also for places from the end. */
    private static long place(EditedField field) {
        String at = field.get("at");
        if (!at.matches("-?[0-9]{1,9}")) {
            return UNPLACED;
        }
        long place = Long.parseLong(at);
        return at.startsWith("-") ? FROM_END + place : place;
    }
}
