package dev.earshot.session.export;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldColumns;
import dev.earshot.session.view.RowText;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes rows as JSON Lines: one object a line (RFC 8259). The guide lists the fields. Confined to one thread.
 */
final class JsonLineWriter implements RowWriter {
    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final Writer out;
    private final ExportOptions options;
    private final FieldColumns fields;

    JsonLineWriter(Writer out, ExportOptions options) {
        this.out = out;
        this.options = options;
        fields = new FieldColumns(options.fields());
    }

    @Override
    public void write(Row row) throws IOException {
        out.write("{\"time\":");
        JsonString.write(ExportTime.utc(row), out);
        field("client", row.remote() == null ? "" : RowText.ofEvent(row, "").client());
        optional("name", options.name(row));
        out.write(",\"peer\":" + row.peerId());
        field("direction", RowDirection.of(row));
        if (row.kind() == Row.Kind.EVENT) {
            field("text", options.showAsText(row).text());
        } else {
            message(row);
        }
        optional("note", row.note());
        out.write("}\n");
    }

    private void message(Row row) throws IOException {
        DecodedRow message = options.decode(row);
        out.write(",\"length\":" + row.length());
        out.write(",\"bytes\":\"" + Base64.getEncoder().encodeToString(row.bytes()) + '"');
        field("text", message.text());
        field("encoding", message.encoding().label());
        fields(row);
        optional("origin", row.origin().text());
        Completeness completeness = row.completeness();
        optional(
                "completeness",
                completeness == Completeness.WHOLE ? "" : completeness.name().toLowerCase(Locale.ROOT));
    }

    /** Writes the values of the chosen fields that the message has; numbers as numbers. */
    private void fields(Row row) throws IOException {
        if (options.fields().isEmpty()) {
            return;
        }
        List<FieldColumn.Value> values = fields.of(row, options.lens().get());
        out.write(",\"fields\":{");
        String comma = "";
        for (int i = 0; i < values.size(); i++) {
            FieldColumn.Value value = values.get(i);
            if (!value.text().isEmpty()) {
                out.write(comma);
                JsonString.write(options.fields().get(i).name(), out);
                out.write(':');
                writeValue(value);
                comma = ",";
            }
        }
        out.write('}');
    }

    private void writeValue(FieldColumn.Value value) throws IOException {
        if (!Double.isNaN(value.number()) && NUMBER.matcher(value.text()).matches()) {
            out.write(value.text());
        } else {
            JsonString.write(value.text(), out);
        }
    }

    private void field(String name, String value) throws IOException {
        out.write(",\"" + name + "\":");
        JsonString.write(value, out);
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            field(name, value);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
