package dev.earshot.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a message is told in one line: text with names of fields between braces, such as {@code {function}
 * {start}, {count}}. A field that a message has several times stands there with commas. Immutable; any thread.
 */
final class FieldSummary {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)\\}"); // before the constant that needs it

    /** All fields with their names. */
    static final FieldSummary ALL = new FieldSummary("");

    private static final int MOST_VALUES = 20;
    private static final int MOST_CHARACTERS = 300;

    private final String form;
    private final List<String> parts = new ArrayList<>(); // text, name, text, name, ... text

    FieldSummary(String form) {
        this.form = form;
        Matcher name = NAME.matcher(form);
        int at = 0;
        while (name.find()) {
            parts.add(form.substring(at, name.start()));
            parts.add(name.group(1));
            at = name.end();
        }
        parts.add(form.substring(at));
    }

    /** Returns the names of the fields in the form. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }

    String of(FieldReading reading) {
        StringBuilder line = new StringBuilder();
        if (form.isEmpty()) {
            appendAll(reading, line);
        } else {
            for (int i = 0; i < parts.size(); i++) {
                if (i % 2 == 0) {
                    line.append(parts.get(i));
                } else {
                    appendValues(reading, parts.get(i), line);
                }
            }
        }
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line.toString();
    }

    private static void appendValues(FieldReading reading, String name, StringBuilder line) {
        int count = 0;
        for (int at = reading.indexOf(name, 0); at >= 0; at = reading.indexOf(name, at + 1), count++) {
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
        line.append(word == null ? value.plainText() : word);
        if (!value.unit().isEmpty()) {
            line.append(' ').append(value.unit());
        }
    }

    private static void appendAll(FieldReading reading, StringBuilder line) {
        for (int i = 0; i < reading.size() && line.length() <= MOST_CHARACTERS; i++) {
            FieldValue value = reading.get(i);
            if (!value.plainText().isEmpty() && !value.name().isEmpty()) {
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
