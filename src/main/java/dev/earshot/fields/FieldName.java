package dev.earshot.fields;

import java.util.List;

/**
 * The name of a field in a formula, with the names of groups around it.
 *
 * @param path the groups from outside to inside, then the field
 */
record FieldName(List<String> path) implements Formula {

    private String own() {
        return path.get(path.size() - 1);
    }

    /** Returns the index of the next field that is meant, from an index on; -1 if there is none. */
    int next(FieldReading reading, int from) {
        int at = reading.indexOf(own(), from);
        while (at >= 0 && !isInGroups(reading, at)) {
            at = reading.indexOf(own(), at + 1);
        }
        return at;
    }

    private boolean isInGroups(FieldReading reading, int at) {
        int depth = reading.get(at).depth();
        int wanted = path.size() - 2;
        for (int i = at - 1; i >= 0 && wanted >= 0; i--) {
            FieldValue value = reading.get(i);
            if (value.depth() < depth) {
                depth = value.depth();
                wanted -= value.name().equals(path.get(wanted)) ? 1 : 0;
            }
        }
        return wanted < 0;
    }

    /** Returns the field that was read last; null if there is none. */
    FieldValue last(FieldScope scope) {
        if (path.size() == 1) {
            return scope.reading().last(own());
        }
        FieldValue last = null;
        for (int at = next(scope.reading(), 0); at >= 0; at = next(scope.reading(), at + 1)) {
            last = scope.reading().get(at);
        }
        return last;
    }

    @Override
    public double number(FieldScope scope) {
        FieldValue value = last(scope);
        return value == null ? scope.fact(own()) : numberOf(value);
    }

    @Override
    public String text(FieldScope scope) {
        FieldValue value = last(scope);
        return value == null ? null : value.text();
    }

    /** Returns what a field is worth where it stands alone: a checksum whether it is right, a text 1. */
    private static double numberOf(FieldValue value) {
        return value.isWrong() ? 0 : value.isCheck() || !value.isNumeric() ? 1 : value.number();
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
