package dev.earshot.session.view;

import dev.earshot.journal.RowWriter;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;
import java.io.Writer;

/** The formats in which rows are copied. A new one needs a constant here, its writer, and words. */
public enum RowFormat {
    /** Writes the texts as the log shows them: bytes that are no text come as hex digits, which lose nothing. */
    TEXT((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.AUTOMATIC, words))),
    /** Writes the bytes as hex digits. */
    HEX((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.HEX, words)));

    private final Maker maker;

    /** Creates the writer of one export. */
    private interface Maker {
        RowWriter writer(Writer out, Lens lens, Words words);
    }

    RowFormat(Maker maker) {
        this.maker = maker;
    }

    /** Creates a writer that exports to {@code out} and reads messages by the encodings of this lens. */
    public RowWriter writer(Writer out, Lens lens, Words words) {
        return maker.writer(out, lens, words);
    }
}
