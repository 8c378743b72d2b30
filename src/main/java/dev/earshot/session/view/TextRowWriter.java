package dev.earshot.session.view;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes the texts of rows, as the log shows them, separated by line feeds. Confined to one thread. */
public final class TextRowWriter implements RowWriter {
    private final Writer out;
    private final RowFormatter formatter;
    private boolean begun;

    /** Writes to {@code out}, which the caller closes. */
    public TextRowWriter(Writer out, RowFormatter formatter) {
        this.out = out;
        this.formatter = formatter;
    }

    @Override
    public void write(Row row) throws IOException {
        if (begun) {
            out.write("\n");
        }
        begun = true;
        out.write(formatter.format(row).text());
    }
}
