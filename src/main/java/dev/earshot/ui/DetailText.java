package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.HexDump;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Addresses;
import dev.earshot.session.EventWords;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import java.io.IOException;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.PlainDocument;

/**
 * One message in full, ready to be shown; made on any thread, and then given to the EDT.
 *
 * @param broken whether long lines were broken to fit
 */
record DetailText(String header, Document text, Document hex, boolean broken) {
    private static final int MOST_BYTES = 1 << 20;
    private static final int WRAPS_ITSELF = 20_000;

    /**
     * @param columns bytes a line of the dump
     * @param wide characters a line of the text, where it has to be broken
     */
    static DetailText read(Session session, long number, int columns, int wide, Words words) {
        try (RowReader reader = session.rows()) {
            Row row = reader.read(number, MOST_BYTES);
            if (row.kind() == Row.Kind.EVENT) {
                return event(row, words);
            }
            return message(row, session.lens().encoding(row), columns, wide, words);
        } catch (IOException | IndexOutOfBoundsException e) {
            String why = words.of("ui.row.unreadable", String.valueOf(e.getMessage()));
            return new DetailText(why, document(""), document(""), false);
        }
    }

    /** Characters in one line of the dump. */
    static int width(int columns) {
        return 6 + columns * 3 + 1 + 2 + columns;
    }

    private static DetailText event(Row row, Words words) {
        String who = row.remote() == null ? "" : Addresses.text(row.remote()) + "  ";
        String header = who + Clock.dateAndTime(row.epochNanos());
        return new DetailText(header, document(EventWords.of(row, words)), document(""), false);
    }

    private static DetailText message(Row row, Encoding encoding, int columns, int wide, Words words) {
        String key = row.kind() == Row.Kind.SENT ? "ui.detail.sent" : "ui.detail.received";
        String header = words.of(key, Addresses.text(row.remote()), Clock.time(row.epochNanos())) + "    "
                + words.of("ui.bytes", row.length()) + words.of("ui.comma") + encoding.label() + ending(row, words);
        String decoded = TextDecoder.decode(encoding, row.bytes(), 0, row.bytes().length);
        boolean broken = decoded.length() > WRAPS_ITSELF;
        String text = visible(decoded, broken ? wide : Integer.MAX_VALUE);
        return new DetailText(header, document(text), document(dump(row.bytes(), columns)), broken);
    }

    private static String ending(Row row, Words words) {
        byte[] bytes = row.bytes();
        if (bytes.length < row.length() || bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            return "";
        }
        boolean crlf = bytes.length > 1 && bytes[bytes.length - 2] == '\r';
        return words.of("ui.comma") + words.of(crlf ? "ui.detail.ends.crlf" : "ui.detail.ends.lf");
    }

    /** Line by line, so that its own line breaks stay and everything else that is not print shows as a mark. */
    private static String visible(String decoded, int wide) {
        StringBuilder text = new StringBuilder(decoded.length() + 16);
        for (String line : decoded.split("\r?\n")) {
            text.append(text.isEmpty() ? "" : "\n");
            StringBuilder shown = new StringBuilder();
            VisibleText.runs(line).forEach(run -> shown.append(run.text()));
            append(text, shown, wide);
        }
        return text.toString();
    }

    /** Breaks at the width that is seen: Chinese characters are nearly twice as wide. Never inside a pair. */
    private static void append(StringBuilder text, CharSequence line, int wide) {
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int width = c < 0x1100 ? 1 : 2;
            if (column + width > wide && !Character.isLowSurrogate(c)) {
                text.append('\n');
                column = 0;
            }
            column += width;
            text.append(c);
        }
    }

    private static String dump(byte[] bytes, int columns) {
        StringBuilder dump = new StringBuilder(bytes.length * 5);
        int wide = columns * 3;
        for (HexDump.Line line : HexDump.lines(bytes, columns)) {
            String offset = Integer.toHexString(line.offset()).toUpperCase(java.util.Locale.ROOT);
            dump.append(dump.isEmpty() ? "" : "\n")
                    .append("0".repeat(Math.max(0, 4 - offset.length())))
                    .append(offset)
                    .append("  ")
                    .append(line.hex())
                    .append(" ".repeat(Math.max(0, wide - line.hex().length()) + 2))
                    .append(line.ascii());
        }
        return dump.toString();
    }

    private static Document document(String text) {
        PlainDocument document = new PlainDocument();
        try {
            document.insertString(0, text, null);
        } catch (BadLocationException e) {
            throw new AssertionError("An empty document has a beginning", e);
        }
        return document;
    }
}
