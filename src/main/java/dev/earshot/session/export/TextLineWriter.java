package dev.earshot.session.export;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldColumns;
import dev.earshot.session.view.RowText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes each row as one line, with tabs between the columns. Confined to one thread. */
final class TextLineWriter implements RowWriter {
    private final Writer out;
    private final ExportOptions options;
    private final List<TextColumn> columns;
    private final FieldColumns fields;

    TextLineWriter(Writer out, ExportOptions options) {
        this.out = out;
        this.options = options;
        columns = options.columns();
        fields = new FieldColumns(options.fields());
    }

    @Override
    public void write(Row row) throws IOException {
        RowText text = options.show(row);
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            out.write(cell(columns.get(i), row, text));
        }
        for (FieldColumn.Value value : fields.of(row, options.lens().get())) {
            out.write('\t');
            out.write(value.text());
        }
        out.write('\n');
    }

    private String cell(TextColumn column, Row row, RowText text) {
        return switch (column) {
            case TIME -> ExportTime.local(row);
            case CLIENT -> text.client();
            case DIRECTION -> text.mark();
            case BYTES -> text.isMessage() ? Integer.toString(row.length()) : "";
            case MESSAGE -> message(row, text);
        };
    }

    private String message(Row row, RowText text) {
        String part = CompletenessWords.tag(row.completeness(), options.words());
        return part.isEmpty() ? text.text() : '[' + part + "] " + text.text();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
