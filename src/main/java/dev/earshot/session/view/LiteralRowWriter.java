package dev.earshot.session.view;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes each message as a literal or a command in a line of its own, and leaves out events. Confined to one thread.
 */
final class LiteralRowWriter implements RowWriter {
    private final Writer out;
    private final Literal literal;
    private int written;

    /** Turns a message into source code. */
    interface Literal {
        /** @param name for a variable; each message has another */
        String of(Row message, String name);
    }

    LiteralRowWriter(Writer out, Literal literal) {
        this.out = out;
        this.literal = literal;
    }

    @Override
    public void write(Row row) throws IOException {
        if (row.kind() != Row.Kind.EVENT) {
            out.write(written++ == 0 ? "" : "\n");
            out.write(literal.of(row, "message" + written));
        }
    }
}
