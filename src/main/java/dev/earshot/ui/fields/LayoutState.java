package dev.earshot.ui.fields;

import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import java.util.List;

/**
 * The user's layouts, and the one whose fields are shown.
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
}
