package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import java.util.List;

/**
 * Makes the parts of a message for the detail pane from places in its text. It limits their number and the length of
 * their texts, as a message may have a million values. Confined to one thread.
 */
final class PartList {
    /** The name of the part that stands for those that were left out. */
    static final String REST = "...";

    /** The most characters of a value. */
    static final int MOST_CHARACTERS = 2000;

    private static final int MOST_PARTS = 10_000;

    private final DecodedRow message;
    private final Words words;
    private int count;

    /** @param message whose text has the places */
    PartList(DecodedRow message, Words words) {
        this.message = message;
        this.words = words;
    }

    /** Makes a part of the text between two places. */
    FieldNode text(String name, String value, int from, int to) {
        return group(name, value, from, to, List.of());
    }

    /** Makes a part that has parts. */
    FieldNode group(String name, String value, int from, int to, List<FieldNode> parts) {
        count++;
        return new FieldNode(safe(name), safe(value), message.byteAt(from), message.byteAt(to), false, parts);
    }

    /** Makes a part of the text between two places that does not fit the form of the message. */
    FieldNode wrong(String name, String value, int from, int to) {
        count++;
        return new FieldNode(safe(name), safe(value), message.byteAt(from), message.byteAt(to), true, List.of());
    }

    /** Whether there are as many parts as may be. */
    boolean isFull() {
        return count >= MOST_PARTS;
    }

    /** Says in one last part that others are left out. */
    FieldNode rest(int from, int to) {
        return text(REST, words.of("row.view.more"), from, to);
    }

    /** Says once at the end of these parts that others are left out. */
    void addRest(List<FieldNode> parts, int from, int to) {
        if (parts.isEmpty() || !parts.get(parts.size() - 1).name().equals(REST)) {
            parts.add(rest(from, to));
        }
    }

    /** Returns the beginning of a text in one line, safe to show. */
    static String safe(String text) {
        return VisibleText.of(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "..." : text);
    }
}
