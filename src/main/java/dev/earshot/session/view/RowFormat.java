package dev.earshot.session.view;

import dev.earshot.codec.HexDump;
import dev.earshot.codec.SourceLiteral;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.Lens;
import dev.earshot.session.words.Words;
import java.io.Writer;

/** The formats in which rows are copied. A new one needs a constant here, its writer, and words. */
public enum RowFormat {
    /** Writes the texts as the log shows them, in the view that was chosen for the log or the client. */
    TEXT((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.CHOSEN, words))),
    /** Writes the bytes as hex digits. */
    HEX((out, lens, words) -> new TextRowWriter(out, new RowFormatter(lens, MessageViews.HEX, words))),
    /** Writes the texts behind their times, clients and marks, as the terminal prints them. */
    TIMED((out, lens, words) ->
            new TextRowWriter(out, new RowFormatter(lens, MessageViews.CHOSEN, words), RowFormat::timed)),
    /** Writes the bytes as hex dumps. */
    HEX_DUMP((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> HexDump.print(row.bytes()) + "\n")),
    /** Writes C arrays. */
    C_ARRAY((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> SourceLiteral.cArray(name, row.bytes()))),
    /** Writes Java arrays. */
    JAVA((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> SourceLiteral.javaArray(name, row.bytes()))),
    /** Writes Python bytes. */
    PYTHON((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> SourceLiteral.pythonBytes(row.bytes()))),
    /** Writes commands that print the bytes in a shell. */
    PRINTF((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> SourceLiteral.printf(row.bytes()))),
    /** Writes commands that send the bytes with netcat. */
    NETCAT((out, lens, words) -> new LiteralRowWriter(out, (row, name) -> NetcatCommand.of(row)));

    private final Maker maker;

    /** Creates the writer of one copy. */
    private interface Maker {
        RowWriter writer(Writer out, Lens lens, Words words);
    }

    RowFormat(Maker maker) {
        this.maker = maker;
    }

    /** Whether menus offer it by itself, and not only below "Copy as". */
    public boolean isUsual() {
        return this == TEXT || this == HEX;
    }

    /** Creates a writer that copies to {@code out} and reads messages by the encodings of this lens. */
    public RowWriter writer(Writer out, Lens lens, Words words) {
        return maker.writer(out, lens, words);
    }

    private static String timed(RowText row) {
        String client = row.client().isEmpty() ? "" : row.client() + " ";
        String note = row.row().note().isEmpty()
                ? ""
                : "  [" + VisibleText.of(row.row().note()) + "]";
        return row.time() + " " + client + row.mark() + " " + row.text() + note;
    }
}
