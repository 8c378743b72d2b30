package dev.earshot.fields.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes shared lists of parts that no layout of a file uses any more, because such a file is refused. */
final class SharedLists {
    static final String KEY = "shared";

    private SharedLists() {}

    /** Removes the lists of a file that its layouts do not use, directly or in another list. */
    static void removeUnused(JsonObject file, JsonArray layouts) {
        if (!(file.get(KEY) instanceof JsonObject shared)) {
            return;
        }
        Set<String> used = new HashSet<>();
        find(layouts, shared, used);
        List.copyOf(shared.keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(shared::remove);
        if (shared.isEmpty()) {
            file.remove(KEY);
        }
    }

    private static void find(JsonElement element, JsonObject shared, Set<String> used) {
        if (element instanceof JsonArray array) {
            array.forEach(item -> find(item, shared, used));
        } else if (element instanceof JsonObject object) {
            object.entrySet().forEach(member -> find(member.getValue(), shared, used));
            boolean isNew = object.get("use") instanceof JsonPrimitive use && used.add(use.getAsString());
            if (isNew) {
                find(shared.get(object.get("use").getAsString()), shared, used);
            }
        }
    }
}
