package dev.earshot.session.view;

import dev.earshot.journal.RowWriter;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;
import java.io.Writer;

/** The formats in which rows are copied and exported. A new one is a line here and its writer. */
public enum RowFormat {
    /** The texts as the log shows them: bytes that are no text come as hex digits, which lose none of them. */
    TEXT((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.AUTOMATIC, words))),
    /** The bytes as hex digits. */
    HEX((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.HEX, words)));

    private final Maker maker;

    /** Makes the writer of one export. */
    private interface Maker {
        RowWriter writer(Writer out, Lens lens, Words words);
    }

    RowFormat(Maker maker) {
        this.maker = maker;
    }

    /** Makes the writer of one export to {@code out}, which reads messages through this lens. */
    public RowWriter writer(Writer out, Lens lens, Words words) {
        return maker.writer(out, lens, words);
    }
}
