package dev.earshot.session.view;

import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the tree of a detail as lines of a test. */
final class FieldTree {
    static final Words ENGLISH = new Words(Locale.ENGLISH);

    private FieldTree() {}

    /** Returns a line {@code path = value @from-to} for each part; {@code !} at the end of what is wrong. */
    static List<String> of(MessageView view, DecodedRow message) {
        return lines(view.detail(message, DecodedRow.NO_HITS, ENGLISH).fields());
    }

    /** Returns such lines for these parts. */
    static List<String> lines(List<FieldNode> parts) {
        List<String> lines = new ArrayList<>();
        add(lines, "", parts);
        return lines;
    }

    private static void add(List<String> lines, String path, List<FieldNode> parts) {
        for (FieldNode part : parts) {
            String name = path + part.name();
            lines.add(name + " = " + part.value() + " @" + part.from() + "-" + part.to() + (part.wrong() ? " !" : ""));
            add(lines, name + "/", part.parts());
        }
    }
}
