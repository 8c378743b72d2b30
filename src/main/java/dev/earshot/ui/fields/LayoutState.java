package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.ui.parts.JsonFiles;
import java.util.List;
import java.util.function.Supplier;

/**
 * The user's layouts, and the one whose fields are shown. Immutable; each edit returns another state.
 *
 * @param layout its name; empty if none is shown
 */
record LayoutState(LayoutDocument document, String layout) {
    static final LayoutState EMPTY = new LayoutState(LayoutDocument.EMPTY, "");

    /** Returns the layout that is shown; null for none. */
    EditedLayout shown() {
        return document.named(layout);
    }

    /** Returns the fields that are shown. */
    List<EditedField> fields() {
        EditedLayout shown = shown();
        return shown == null ? List.of() : shown.fields();
    }

    /** Returns these layouts with this one shown; the first one if there is none of this name. */
    LayoutState showing(String name) {
        List<EditedLayout> all = document.layouts();
        String known = document.indexOf(name) >= 0
                ? name
                : all.isEmpty() ? "" : all.get(0).name();
        return new LayoutState(document, known);
    }

    /** Returns the layouts of an edited document, with the same one shown, if it is still there. */
    LayoutState with(LayoutDocument edited) {
        return new LayoutState(edited, layout).showing(layout);
    }

    /** Returns the layouts with a new, empty one, which is shown. */
    LayoutState withNew() throws Problem {
        String name = LayoutNames.free("", document);
        return new LayoutState(document.with(EditedLayout.named(name)), name);
    }

    /** Returns the layouts with this one, which is shown, in place of the one that was. */
    LayoutState withShown(EditedLayout edited) throws Problem {
        return new LayoutState(document.replaced(document.indexOf(layout), edited), edited.name());
    }

    /** Returns the layouts without the one that was shown; the first one is shown. */
    LayoutState withoutShown() {
        return new LayoutState(document.removed(document.indexOf(layout)), "").showing("");
    }

    /** Returns the layouts with a copy of a built-in one, which is shown. */
    LayoutState withBuiltIn(String name) throws Problem {
        LayoutDocument one = LayoutDocument.read(LayoutNames.builtIn(name), name);
        return new LayoutState(document.merged(one), name);
    }

    /**
     * Returns the kind of file that is imported by merging: its layouts replace those of the same name.
     *
     * @param present returns the layouts that there are, on any thread
     */
    static JsonFiles.Kind<LayoutState> files(Supplier<LayoutDocument> present) {
        return new JsonFiles.Kind<>(
                "fields.json",
                (typed, name) -> {
                    LayoutDocument read = LayoutDocument.read(typed, name);
                    String first = read.layouts().isEmpty()
                            ? ""
                            : read.layouts().get(0).name();
                    return new LayoutState(present.get().merged(read), "").showing(first);
                },
                state -> state.document().text());
    }
}
