package dev.earshot.fields;

import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of the line that sums up a message: text with names of fields in braces, such as {@code {function}
 * {start}[, {count}]}; {@code {gps.lat}} is one in a group {@code gps}. A field that a message has several times stands
 * there with commas. What stands between square brackets is left out where the message lacks a field in it. Of a
 * message that ends before any of them, all fields are told. Immutable; any thread.
 */
final class FieldSummary {
    /** All fields with their names, without fixed bytes and checksums that are right. */
    static final FieldSummary ALL = new FieldSummary("");

    private static final int MOST_VALUES = 20;
    private static final int MOST_CHARACTERS = 300;

    private final String form;
    private final List<Part> parts = new ArrayList<>();
    private final List<FieldName> names = new ArrayList<>(); // of all parts

    /**
     * Some text with names of fields in it.
     *
     * @param optional whether it is left out where a field is missing
     * @param texts stand before each name, and behind the last one
     */
    private record Part(boolean optional, List<String> texts, List<FieldName> names) {
        static Part read(String form, boolean optional) {
            List<String> texts = new ArrayList<>();
            List<FieldName> names = new ArrayList<>();
            String[] pieces = form.split("[{}]", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i % 2 == 0) {
                    texts.add(pieces[i]);
                } else {
                    names.add(new FieldName(List.of(pieces[i].split("\\."))));
                }
            }
            return new Part(optional, texts, names);
        }
    }

    FieldSummary(String form) {
        this.form = form;
        for (String piece : form.split("(?=\\[)|(?<=\\])")) {
            boolean optional = piece.startsWith("[") && piece.endsWith("]");
            String inner = optional ? piece.substring(1, piece.length() - 1) : piece;
            Part part = Part.read(inner, optional);
            parts.add(part);
            names.addAll(part.names);
        }
    }

    String of(FieldReading reading) {
        if (isAboutOthers(reading)) {
            return ALL.of(reading);
        }
        StringBuilder line = new StringBuilder();
        if (form.isEmpty()) {
            appendAll(reading, false, line);
            if (line.isEmpty()) {
                appendAll(reading, true, line);
            }
        }
        for (Part part : parts) {
            if (!part.optional || hasAll(reading, part)) {
                append(reading, part, line);
            }
        }
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line.toString();
    }

    /** Whether it has names of fields, and the message has none of these. */
    private boolean isAboutOthers(FieldReading reading) {
        return !names.isEmpty()
                && names.stream().allMatch(name -> {
                    int at = name.next(reading, 0);
                    return at < 0 || reading.get(at).missing() > 0;
                });
    }

    private static boolean hasAll(FieldReading reading, Part part) {
        return part.names.stream().allMatch(name -> {
            int at = name.next(reading, 0);
            return at >= 0 && !reading.get(at).plainText().isEmpty();
        });
    }

    private static void append(FieldReading reading, Part part, StringBuilder line) {
        for (int i = 0; i < part.texts.size(); i++) {
            line.append(part.texts.get(i));
            if (i < part.names.size()) {
                appendValues(reading, part.names.get(i), line);
            }
        }
    }

    private static void appendValues(FieldReading reading, FieldName name, StringBuilder line) {
        int count = 0;
        for (int at = name.next(reading, 0); at >= 0; at = name.next(reading, at + 1), count++) {
            if (count == MOST_VALUES) {
                line.append(", …");
                return;
            }
            line.append(count == 0 ? "" : ", ");
            appendValue(reading.get(at), line);
        }
    }

    private static void appendValue(FieldValue value, StringBuilder line) {
        String word = value.word();
        String text = word == null ? value.plainText() : word;
        line.append(text, 0, Math.min(text.length(), MOST_CHARACTERS));
        if (!value.unit().isEmpty()) {
            line.append(' ').append(value.unit());
        }
    }

    /** @param everything whether fixed bytes and right checksums are told, too */
    private static void appendAll(FieldReading reading, boolean everything, StringBuilder line) {
        for (int i = 0; i < reading.size() && line.length() <= MOST_CHARACTERS; i++) {
            FieldValue value = reading.get(i);
            if (!value.plainText().isEmpty() && !value.name().isEmpty() && (everything || !value.isAsExpected())) {
                line.append(line.isEmpty() ? "" : "  ").append(value.name()).append('=');
                appendValue(value, line);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSummary summary && summary.form.equals(form);
    }

    @Override
    public int hashCode() {
        return form.hashCode();
    }

    @Override
    public String toString() {
        return form;
    }
}
