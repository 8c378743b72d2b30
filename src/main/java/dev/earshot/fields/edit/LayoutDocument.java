package dev.earshot.fields.edit;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.earshot.codec.Problem;
import dev.earshot.fields.LayoutFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of layouts while it is edited, which is always valid: {@link LayoutFile} can read it after each change. What
 * nobody has changed stays as it is. Immutable; any thread.
 */
public final class LayoutDocument {
    /** A file without layouts. */
    public static final LayoutDocument EMPTY = empty();

    private static final String LAYOUTS = "layouts";

    private final JsonObject json; // is never changed

    private LayoutDocument(JsonObject json) {
        this.json = json;
    }

    private static LayoutDocument empty() {
        JsonObject json = new JsonObject();
        json.addProperty("format", LayoutFile.FORMAT);
        json.add(LAYOUTS, new JsonArray());
        return new LayoutDocument(json);
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, for the words of problems
     * @throws Problem if anything in it is wrong, with the line and column
     */
    public static LayoutDocument read(String text, String file) throws Problem {
        LayoutFile.read(text, file);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new LayoutDocument(new Gson().fromJson(plain, JsonObject.class)); // keeps numbers as they stand
    }

    /** Returns the text of the file. */
    public String text() {
        return JsonPrinter.print(json);
    }

    /** Returns all layouts, in their order. */
    public List<EditedLayout> layouts() {
        List<EditedLayout> layouts = new ArrayList<>();
        for (JsonElement one : json.getAsJsonArray(LAYOUTS)) {
            layouts.add(new EditedLayout(one.getAsJsonObject()));
        }
        return List.copyOf(layouts);
    }

    /** Returns the index of the layout of a name; -1 if there is none. */
    public int indexOf(String name) {
        List<EditedLayout> layouts = layouts();
        for (int i = 0; i < layouts.size(); i++) {
            if (layouts.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the layout of a name; null if there is none. */
    public EditedLayout named(String name) {
        int index = indexOf(name);
        return index < 0 ? null : layouts().get(index);
    }

    /**
     * Returns this document with a layout in place of that of the same name; without such a one it goes to the end.
     *
     * @throws Problem if anything in the layout is wrong
     */
    public LayoutDocument with(EditedLayout layout) throws Problem {
        int index = indexOf(layout.name());
        return index < 0 ? inserted(layouts().size(), layout) : replaced(index, layout);
    }

    /**
     * Returns this document with another layout at an index.
     *
     * @throws Problem if anything in the layout is wrong, or another one has its name
     */
    public LayoutDocument replaced(int index, EditedLayout layout) throws Problem {
        List<EditedLayout> next = new ArrayList<>(layouts());
        next.set(index, layout);
        return checked(next, layout);
    }

    /**
     * Returns this document with one more layout.
     *
     * @throws Problem if anything in the layout is wrong, or another one has its name
     */
    public LayoutDocument inserted(int index, EditedLayout layout) throws Problem {
        List<EditedLayout> next = new ArrayList<>(layouts());
        next.add(index, layout);
        return checked(next, layout);
    }

    /** Returns this document without a layout, and without the lists that only this one has used. */
    public LayoutDocument removed(int index) {
        List<EditedLayout> next = new ArrayList<>(layouts());
        next.remove(index);
        return of(next);
    }

    /**
     * Returns this document with the layouts of another one, which go before those of the same name.
     *
     * @throws Problem if lists that several layouts share have the same name in both, and different parts
     */
    public LayoutDocument merged(LayoutDocument other) throws Problem {
        LayoutDocument all = new LayoutDocument(json.deepCopy());
        if (other.json.get(SharedLists.KEY) instanceof JsonObject theirs) {
            JsonObject own = all.json.get(SharedLists.KEY) instanceof JsonObject shared ? shared : new JsonObject();
            for (String name : theirs.keySet()) {
                if (own.has(name) && !own.get(name).equals(theirs.get(name))) {
                    throw new Problem("problem.fields.shared", -1, name);
                }
                own.add(name, theirs.get(name).deepCopy());
            }
            all.json.add(SharedLists.KEY, own);
        }
        List<EditedLayout> next = new ArrayList<>(layouts());
        for (EditedLayout layout : other.layouts()) {
            int index = indexOf(layout.name());
            if (index < 0) {
                next.add(layout);
            } else {
                next.set(index, layout);
            }
        }
        LayoutDocument merged = all.of(next);
        LayoutFile.read(merged.text(), "");
        return merged;
    }

    private LayoutDocument checked(List<EditedLayout> layouts, EditedLayout changed) throws Problem {
        if (layouts.stream().filter(one -> one.name().equals(changed.name())).count() > 1) {
            throw new Problem("problem.fields.layout.twice", -1, changed.name());
        }
        LayoutDocument document = of(layouts);
        try {
            LayoutFile.read(document.text(), changed.name());
        } catch (Problem problem) {
            throw ofLayout(problem, changed.name());
        }
        return document;
    }

    /** Returns a problem that names the layout and the key, in place of a line of a text that nobody sees. */
    private static Problem ofLayout(Problem problem, String layout) {
        Object[] arguments = problem.arguments().toArray();
        if (arguments.length > 1 && arguments[1] instanceof String path) {
            arguments[0] = layout;
            arguments[1] = path.replaceFirst("^layouts\\[[0-9]+]\\.(fields\\[[0-9]+]\\.)?", "");
        }
        return new Problem(problem.key(), problem.position(), arguments);
    }

    private LayoutDocument of(List<EditedLayout> layouts) {
        JsonArray array = new JsonArray();
        layouts.forEach(layout -> array.add(layout.json()));
        JsonObject copy = new JsonObject();
        json.entrySet()
                .forEach(one -> copy.add(
                        one.getKey(),
                        one.getKey().equals(LAYOUTS) ? array : one.getValue().deepCopy()));
        SharedLists.removeUnused(copy, array);
        return new LayoutDocument(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutDocument document && document.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
