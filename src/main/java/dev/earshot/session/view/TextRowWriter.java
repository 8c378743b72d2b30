package dev.earshot.session.view;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;

/** Writes the texts of rows, as the log shows them, separated by line feeds. Confined to one thread. */
public final class TextRowWriter implements RowWriter {
    private final Writer out;
    private final RowFormatter formatter;
    private final Function<RowText, String> line;
    private boolean begun;

    /** Writes to {@code out}, which the caller closes. */
    public TextRowWriter(Writer out, RowFormatter formatter) {
        this(out, formatter, RowText::text);
    }

    /** @param line makes the line of a row from its texts */
    TextRowWriter(Writer out, RowFormatter formatter, Function<RowText, String> line) {
        this.out = out;
        this.formatter = formatter;
        this.line = line;
    }

    @Override
    public void write(Row row) throws IOException {
        if (begun) {
            out.write("\n");
        }
        begun = true;
        out.write(line.apply(formatter.format(row)));
    }
}
