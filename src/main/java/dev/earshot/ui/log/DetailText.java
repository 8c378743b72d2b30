package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.HexDump;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.SearchTerm;
import dev.earshot.net.Addresses;
import dev.earshot.session.EventWords;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Clock;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.PlainDocument;

/**
 * One message in full, ready to be shown; made on any thread, and then given to the EDT.
 *
 * @param broken whether long lines were broken to fit
 * @param textHits where in the text what is looked for stands: pairs of a beginning and an end
 * @param hexHits where in the dump
 */
record DetailText(String header, Document text, Document hex, boolean broken, int[] textHits, int[] hexHits) {
    private static final int MOST_BYTES = 1 << 20;
    private static final int WRAPS_ITSELF = 20_000;
    private static final int MOST_HITS = 1000;

    /**
     * @param columns bytes a line of the dump
     * @param wide characters a line of the text, where it has to be broken
     */
    static DetailText read(Session session, long number, int columns, int wide, Words words) {
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, MOST_BYTES);
            if (row.kind() == Row.Kind.EVENT) {
                return event(row, words);
            }
            SearchTerm needle = session.log().filtered().filter().needle();
            int[] hits = HitHighlights.inBytes(row, needle, session.log().lens(), MOST_HITS);
            return session.log().lens().isTftp(row)
                    ? packet(row, session.log().lens().text(row, words), hits, columns, words)
                    : message(row, session.log().lens().encoding(row), hits, columns, wide, words);
        } catch (IOException | IndexOutOfBoundsException e) {
            String why = words.of("ui.row.unreadable", String.valueOf(e.getMessage()));
            return new DetailText(why, document(""), document(""), false, HitHighlights.NONE, HitHighlights.NONE);
        }
    }

    /** Characters in one line of the dump. */
    static int width(int columns) {
        return 6 + columns * 3 + 1 + 2 + columns;
    }

    private static DetailText event(Row row, Words words) {
        String who = row.remote() == null ? "" : Addresses.text(row.remote()) + "  ";
        String header = who + Clock.dateAndTime(row.epochNanos());
        return new DetailText(
                header,
                document(EventWords.of(row, words)),
                document(""),
                false,
                HitHighlights.NONE,
                HitHighlights.NONE);
    }

    /** @param text what it is in words, of which none are its bytes */
    private static DetailText packet(Row row, String text, int[] hits, int columns, Words words) {
        String header = header(row, words) + words.of("ui.comma") + "TFTP";
        Document dump = document(dump(row.bytes(), columns));
        return new DetailText(header, document(text), dump, false, HitHighlights.NONE, inDump(hits, columns));
    }

    private static String header(Row row, Words words) {
        String key = row.kind() == Row.Kind.SENT ? "ui.detail.sent" : "ui.detail.received";
        return words.of(key, Addresses.text(row.remote()), Clock.time(row.epochNanos())) + "    "
                + words.of("ui.bytes", row.length());
    }

    private static DetailText message(Row row, Encoding encoding, int[] hits, int columns, int wide, Words words) {
        String header = header(row, words)
                + words.of("ui.comma")
                + encoding.label()
                + ending(row, words)
                + (row.origin().kind().isAutomatic() ? words.of("ui.comma") + OriginWords.of(row.origin(), words) : "");
        String decoded = TextDecoder.decode(encoding, row.bytes(), 0, row.bytes().length);
        boolean broken = decoded.length() > WRAPS_ITSELF;
        int[] textHits = HitHighlights.inDecoded(row.bytes(), hits, encoding);
        String text = visible(decoded, broken ? wide : Integer.MAX_VALUE, textHits);
        String dump = dump(row.bytes(), columns);
        int[] hexHits = inDump(hits, columns);
        return new DetailText(header, document(text), document(dump), broken, textHits, hexHits);
    }

    private static String ending(Row row, Words words) {
        byte[] bytes = row.bytes();
        if (bytes.length < row.length() || bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            return "";
        }
        boolean crlf = bytes.length > 1 && bytes[bytes.length - 2] == '\r';
        return words.of("ui.comma") + words.of(crlf ? "ui.detail.ends.crlf" : "ui.detail.ends.lf");
    }

    /**
     * Line by line, so that its own line breaks stay and everything else that is not print shows as a mark.
     *
     * @param places rising ones in the decoded text; become the same places in the result
     */
    private static String visible(String decoded, int wide, int[] places) {
        StringBuilder text = new StringBuilder(decoded.length() + 16);
        int start = 0;
        int next = 0;
        for (String line : decoded.split("\r?\n")) {
            text.append(text.isEmpty() ? "" : "\n");
            int column = 0;
            int at = 0;
            for (; next < places.length && places[next] - start <= line.length(); next++) {
                int place = places[next] - start;
                column = append(text, VisibleText.of(line.substring(at, place)), wide, column);
                at = place;
                places[next] = text.length();
            }
            append(text, VisibleText.of(line.substring(at)), wide, column);
            int end = start + line.length();
            start = end + (decoded.startsWith("\r", end) ? 2 : 1);
            for (; next < places.length && places[next] < start; next++) {
                places[next] = text.length();
            }
        }
        Arrays.fill(places, next, places.length, text.length());
        return text.toString();
    }

    /** Breaks at the width that is seen: Chinese characters are nearly twice as wide. Never inside a pair. */
    private static int append(StringBuilder text, CharSequence line, int wide, int from) {
        int column = from;
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
        return column;
    }

    /** Where in the dump these bytes stand, in digits and as characters: a hit may go over several lines. */
    private static int[] inDump(int[] hits, int columns) {
        IntStream.Builder places = IntStream.builder();
        int count = 0;
        for (int i = 0; i < hits.length && count < MOST_HITS; i += 2) {
            for (int at = hits[i]; at < hits[i + 1] && count < MOST_HITS; count++) {
                int line = at / columns;
                int end = Math.min(hits[i + 1], (line + 1) * columns);
                int start = lineStart(line, columns);
                int digits = start + offsetWidth(line * columns) + 2;
                int ascii = digits + Math.max(columns * 3, hexWidth(columns)) + 2 - line * columns;
                places.add(digits + column(at % columns)).add(digits + column(end - 1 - line * columns) + 2);
                places.add(ascii + at).add(ascii + end);
                at = end;
            }
        }
        return places.build().toArray();
    }

    private static int column(int place) {
        return place * 3 + place / 8;
    }

    private static int hexWidth(int columns) {
        return column(columns - 1) + 2;
    }

    private static int offsetWidth(int offset) {
        return Math.max(4, Integer.toHexString(offset).length());
    }

    /** Before it are whole lines, the longer ones behind offsets of more digits. */
    private static int lineStart(int line, int columns) {
        int start = 0;
        int width = Math.max(columns * 3, hexWidth(columns)) + 4 + columns + 1;
        for (int digits = 4, from = 0; from < line; digits++) {
            int to = (int) Math.min(line, (1L << 4 * digits) / columns);
            start += (to - from) * (width + digits);
            from = to;
        }
        return start;
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
