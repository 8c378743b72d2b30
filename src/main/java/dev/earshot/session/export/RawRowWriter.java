package dev.earshot.session.export;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the bytes of all messages one after the other. Confined to one thread. */
record RawRowWriter(OutputStream out) implements RowWriter {

    @Override
    public void write(Row row) throws IOException {
        out.write(row.bytes());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
