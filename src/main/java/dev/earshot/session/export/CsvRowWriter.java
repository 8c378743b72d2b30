package dev.earshot.session.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.earshot.codec.Hex;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldColumns;
import dev.earshot.session.view.RowText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;

/**
 * Writes rows as CSV (RFC 4180) with a line of names. Invisible characters of a message are made visible, and its bytes
 * stand beside it as hex digits. Confined to one thread.
 */
final class CsvRowWriter implements RowWriter {
    private final Writer out;
    private final CsvWriter csv;
    private final ExportOptions options;
    private final FieldColumns fields;

    CsvRowWriter(Writer out, ExportOptions options) {
        this.out = out;
        csv = CsvWriter.builder().bufferSize(0).build(out);
        this.options = options;
        fields = new FieldColumns(options.fields());
    }

    @Override
    public void begin() throws IOException {
        if (options.forSpreadsheet()) {
            out.write('\uFEFF');
        }
        writeRecord(
                options.fields().stream().map(FieldColumn::title),
                "time",
                "client",
                "direction",
                "length",
                "text",
                "hex",
                "encoding",
                "origin",
                "note",
                "name");
    }

    private void writeRecord(Stream<String> behind, String... values) throws IOException {
        try {
            csv.writeRecord(Stream.concat(Stream.of(values), behind.map(SpreadsheetText::guarded))
                    .toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void write(Row row) throws IOException {
        RowText text = options.showAsText(row);
        writeRecord(
                fields.of(row, options.lens().get()).stream().map(FieldColumn.Value::text),
                ExportTime.local(row),
                text.client(),
                RowDirection.of(row),
                text.isMessage() ? Integer.toString(row.length()) : "",
                SpreadsheetText.guarded(text.text()),
                Hex.print(row.bytes(), 0, row.bytes().length),
                text.isMessage() ? text.encoding().label() : "",
                SpreadsheetText.guarded(VisibleText.of(row.origin().text())),
                SpreadsheetText.guarded(VisibleText.of(row.note())),
                SpreadsheetText.guarded(VisibleText.of(options.name(row))));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
