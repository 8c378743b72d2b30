package dev.earshot.session.analysis;

import dev.earshot.fields.FieldFormula;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import java.util.function.Supplier;

/**
 * Reads from each message the number of a field, or one that a formula computes from fields. Confined to one thread.
 */
final class FieldNumberReader implements NumberReader {
    private final FieldFormula formula;
    private final FieldReading reading = new FieldReading();
    private double number = Double.NaN;

    FieldNumberReader(FieldFormula formula) {
        this.formula = formula;
    }

    @Override
    public boolean read(FieldInput message, Supplier<FieldSource> form) {
        form.get().read(message, reading);
        number = formula.number(reading);
        return !Double.isNaN(number);
    }

    @Override
    public double number() {
        return number;
    }
}
