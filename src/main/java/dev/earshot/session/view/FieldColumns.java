package dev.earshot.session.view;

import dev.earshot.fields.FieldReading;
import dev.earshot.journal.Row;
import dev.earshot.session.Lens;
import java.util.Collections;
import java.util.List;

/**
 * Reads the values of columns from rows: by the layout of a message, else from JSON or pairs. Confined to one thread.
 */
public final class FieldColumns {
    private final List<FieldColumn> columns;
    private final FieldReading reading = new FieldReading();

    public FieldColumns(List<FieldColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Returns the columns. */
    public List<FieldColumn> all() {
        return columns;
    }

    /** Returns the value of each column; those of an event, or of a message that was not read whole, are empty. */
    public List<FieldColumn.Value> of(Row row, Lens lens) {
        boolean isWhole = row.bytes().length == row.length();
        if (columns.isEmpty() || row.kind() == Row.Kind.EVENT || row.peer() == null || !isWhole) {
            return Collections.nCopies(columns.size(), FieldColumn.Value.NONE);
        }
        lens.fields(row.peer()).read(new DecodedRow(row, lens).fieldInput(), reading);
        return columns.stream().map(column -> column.of(reading)).toList();
    }
}
