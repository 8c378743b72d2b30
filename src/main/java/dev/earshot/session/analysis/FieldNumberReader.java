package dev.earshot.session.analysis;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FieldValue;

/** Reads the number of a field. Confined to one thread. */
final class FieldNumberReader implements NumberReader {
    private final FieldSource form;
    private final String name;
    private final FieldReading reading = new FieldReading();
    private double number = Double.NaN;

    FieldNumberReader(FieldSource form, String name) {
        this.form = form;
        this.name = name;
    }

    @Override
    public boolean read(FieldInput message) {
        form.read(message, reading);
        FieldValue field = reading.find(name);
        number = field == null || field.isWrong() ? Double.NaN : field.number();
        return field != null;
    }

    @Override
    public double number() {
        return number;
    }
}
