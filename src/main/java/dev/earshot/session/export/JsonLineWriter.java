package dev.earshot.session.export;

import dev.earshot.codec.Completeness;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowWriter;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.RowText;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Locale;

/**
 * Writes rows as JSON Lines: one object a line (RFC 8259). The guide lists the fields. Confined to one thread.
 */
final class JsonLineWriter implements RowWriter {
    private final Writer out;
    private final ExportOptions options;

    JsonLineWriter(Writer out, ExportOptions options) {
        this.out = out;
        this.options = options;
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
        optional("origin", row.origin().text());
        Completeness completeness = row.completeness();
        optional(
                "completeness",
                completeness == Completeness.WHOLE ? "" : completeness.name().toLowerCase(Locale.ROOT));
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
