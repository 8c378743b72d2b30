package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.LayoutPresets;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import java.util.Locale;

/** Turns names that people type into names of layouts, which have only letters, digits and dashes. */
final class LayoutNames {
    private static final int MOST = 36;
    private static final String USUAL = "device";

    private LayoutNames() {}

    /** Makes a layout of a typed name, which becomes its title if it cannot be its name. */
    static EditedLayout fresh(String typed, LayoutDocument document) {
        String wanted = typed.strip();
        String name = free(wanted, document);
        EditedLayout layout = EditedLayout.named(name);
        return wanted.isEmpty() || wanted.equals(name) ? layout : layout.with("title", wanted);
    }

    /** Returns a name like a typed one that no layout has yet. */
    static String free(String typed, LayoutDocument document) {
        String plain = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String base = plain.isEmpty() ? USUAL : plain.substring(0, Math.min(MOST, plain.length()));
        String name = base;
        for (int i = 2; document.indexOf(name) >= 0; i++) {
            name = base + "-" + i;
        }
        return name;
    }

    /** Returns the text of a file with a built-in layout alone, and the lists that it shares with others. */
    static String builtIn(String name) {
        try {
            LayoutDocument document = LayoutDocument.read(LayoutPresets.file(name), name);
            for (int i = document.layouts().size() - 1; i >= 0; i--) {
                if (!document.layouts().get(i).name().equals(name)) {
                    document = document.removed(i);
                }
            }
            return document.text();
        } catch (Problem e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Returns how people name a layout. */
    static String shown(EditedLayout layout, boolean chinese) {
        String title = chinese && !layout.get("titleZh").isEmpty() ? layout.get("titleZh") : layout.get("title");
        return title.isEmpty() ? layout.name() : title;
    }
}
