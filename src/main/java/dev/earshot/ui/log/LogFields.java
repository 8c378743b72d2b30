package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldNames;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The columns of fields that a person has chosen for the log of a tab. Confined to the EDT. */
public final class LogFields {
    private final Session session;
    private final Settings settings;
    private final LogTable table;
    private final Words words;
    private final LongSupplier selected;

    /** @param selected returns the number of the selected row, or {@link ShownRows#NONE} */
    LogFields(Session session, Settings settings, LogTable table, Words words, LongSupplier selected) {
        this.session = session;
        this.settings = settings;
        this.table = table;
        this.words = words;
        this.selected = selected;
        table.showFields(all());
    }

    /** Returns the columns from left to right. */
    public List<FieldColumn> all() {
        return FieldColumn.parseLines(settings.get(Settings.FIELD_COLUMNS));
    }

    /**
     * Adds a column, unless it is there already.
     *
     * @throws Problem if this names no field, or there are too many columns
     */
    public void add(String typed) throws Problem {
        FieldColumn column = FieldColumn.parse(typed);
        List<FieldColumn> columns = new ArrayList<>(all());
        if (columns.stream().noneMatch(one -> one.name().equals(column.name()))) {
            if (columns.size() == FieldColumn.MOST_COLUMNS) {
                throw new Problem("problem.fields.column.many", -1, FieldColumn.MOST_COLUMNS);
            }
            columns.add(column);
            keep(columns);
        }
    }

    /** Removes a column. */
    public void remove(FieldColumn column) {
        List<FieldColumn> columns = new ArrayList<>(all());
        columns.removeIf(one -> one.name().equals(column.name()));
        keep(columns);
    }

    private void keep(List<FieldColumn> columns) {
        settings.put(Settings.FIELD_COLUMNS, FieldColumn.lines(columns));
        table.showFields(columns);
    }

    /** Asks for the field of a new column, below the titles of the columns. */
    public void ask() {
        long row = selected.getAsLong();
        Background.run("row", () -> {
            List<String> names = FieldNames.read(session, row);
            EventQueue.invokeLater(() -> new FieldColumnForm(words, names, this::add).open(table.getTableHeader()));
        });
    }
}
