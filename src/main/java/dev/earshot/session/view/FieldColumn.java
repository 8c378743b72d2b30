package dev.earshot.session.view;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.FieldFormula;
import dev.earshot.fields.FieldReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column with one value of each message: that of a field, such as {@code temp} or {@code gps.lat}, or what a formula
 * computes from fields. Immutable; any thread.
 *
 * @param name as it was typed
 */
public record FieldColumn(String name, FieldFormula formula) {
    /** The most characters of a name or formula. */
    private static final int MOST_NAME = 200;

    /** The most columns that are kept. */
    public static final int MOST_COLUMNS = 12;

    /**
     * The value of a column.
     *
     * @param text the value without its unit, safe to show; empty if the message does not have it
     * @param number the value as a number; not a number (NaN) if it is none
     * @param wrong whether the bytes contradict the layout, such as a wrong checksum
     */
    public record Value(String text, double number, boolean wrong) {
        public static final Value NONE = new Value("", Double.NaN, false);
    }

    /**
     * Reads the name of a field or a formula, as conditions of the filter have them. A name with blanks and signs
     * stands for itself.
     *
     * @throws Problem if it is none, with the position of the mistake
     */
    public static FieldColumn parse(String typed) throws Problem {
        String name = typed.strip();
        if (name.length() > MOST_NAME) {
            throw new Problem("problem.fields.column.long", MOST_NAME, MOST_NAME);
        }
        try {
            return new FieldColumn(name, FieldFormula.parse(name));
        } catch (Problem problem) {
            if (name.isEmpty() || name.indexOf('`') >= 0) {
                throw problem;
            }
            return new FieldColumn(name, FieldFormula.parse('`' + name + '`'));
        }
    }

    /** Reads columns of a setting, one a line. Those that cannot be read are left out. */
    public static List<FieldColumn> parseLines(String lines) {
        List<FieldColumn> columns = new ArrayList<>();
        for (String line : lines.lines().limit(MOST_COLUMNS).toList()) {
            try {
                columns.add(parse(line));
            } catch (Problem e) {
                // a person has edited the settings
            }
        }
        return List.copyOf(columns);
    }

    /** Writes columns for a setting, one a line. */
    public static String lines(List<FieldColumn> columns) {
        return columns.stream().map(FieldColumn::name).collect(Collectors.joining("\n"));
    }

    /** Returns the title of the column, safe to show. */
    public String title() {
        return VisibleText.of(name);
    }

    /** Returns the value in a message. */
    Value of(FieldReading reading) {
        String text = formula.text(reading);
        return text.isEmpty()
                ? Value.NONE
                : new Value(PartList.safe(text), formula.number(reading), formula.isWrong(reading));
    }
}
