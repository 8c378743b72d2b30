package dev.earshot.ui.log.detail;

import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.view.HexDumpPlaces;
import dev.earshot.session.view.HexDumpText;
import dev.earshot.session.view.MessageDetail;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.ModbusAnswer;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowTime;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.TimeFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.PlainDocument;

/**
 * The full content of a row for the detail pane. Made on any thread, then given to the EDT.
 *
 * @param note the note of a person, safe to show; empty for none
 * @param broken whether long lines were broken to fit
 * @param fields the parts of the message; empty if it has none that are known
 * @param places the places of the bytes in the dump
 * @param textHits the hits of the search in the text: pairs of a beginning and an end
 * @param hexHits the hits in the dump, as such pairs
 */
record DetailText(
        String header,
        String note,
        Document text,
        Document hex,
        boolean broken,
        List<FieldNode> fields,
        HexDumpPlaces places,
        int[] textHits,
        int[] hexHits) {
    private static final int[] NO_HITS = {};
    private static final int MOST_BYTES = 1 << 20;
    private static final int WRAPS_ITSELF = 20_000;
    private static final int MOST_HITS = 1000;

    /**
     * Reads and formats a row. A row that cannot be read contains the reason as its text.
     *
     * @param widths how many bytes a line of the dump may have
     * @param wide most characters in a line of the text
     */
    static DetailText read(Session session, long number, DetailPane.Widths widths, int wide, Words words) {
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, MOST_BYTES);
            Lens lens = session.log().lens();
            if (row.kind() == Row.Kind.EVENT) {
                return event(row, lens, words);
            }
            SearchTerm sought = session.log().filtered().filter().term();
            DecodedRow message = new DecodedRow(row, lens);
            int[] hits = sought == null ? NO_HITS : message.find(sought, MOST_HITS);
            // Without hex, which stands beside it anyway.
            MessageDetail own = MessageViews.DETAIL.choose(message).detail(message, hits, words);
            return message(message, ModbusAnswer.complete(own, message, reader, words), hits, widths, wide, words);
        } catch (IOException | IndexOutOfBoundsException e) {
            return plain(words.of("ui.row.unreadable", String.valueOf(e.getMessage())), "", "");
        }
    }

    private static DetailText event(Row row, Lens lens, Words words) {
        String who = row.remote() == null ? "" : Addresses.text(row.remote()) + "  ";
        RowFormatter formatter = new RowFormatter(lens, MessageViews.AUTOMATIC, words);
        return plain(
                who + TimeFormat.dateAndTime(row.epochNanos()),
                formatter.format(row).text(),
                VisibleText.of(row.note()));
    }

    private static DetailText plain(String header, String text, String note) {
        return new DetailText(
                header,
                note,
                document(text),
                document(""),
                false,
                List.of(),
                new HexDumpPlaces(16, 0),
                NO_HITS,
                NO_HITS);
    }

    private static DetailText message(
            DecodedRow message, MessageDetail detail, int[] hits, DetailPane.Widths widths, int wide, Words words) {
        String header = header(message.row(), detail.facts(), words);
        boolean broken = detail.text().length() > WRAPS_ITSELF;
        BrokenText text = broken
                ? BrokenText.of(detail.text(), wide, detail.hits())
                : new BrokenText(detail.text(), detail.hits());
        int columns = widths.of(!detail.fields().isEmpty());
        HexDumpText dump = HexDumpText.of(message.row().bytes(), columns, hits);
        String note = VisibleText.of(message.row().note());
        return new DetailText(
                header,
                note,
                document(text.text()),
                document(dump.text()),
                broken,
                detail.fields(),
                new HexDumpPlaces(columns, message.row().bytes().length),
                text.places(),
                dump.hits());
    }

    private static String header(Row row, List<String> facts, Words words) {
        String key = row.kind() == Row.Kind.SENT ? "ui.detail.sent" : "ui.detail.received";
        List<String> parts = new ArrayList<>();
        parts.add(words.of(key, Addresses.text(row.remote()), RowTime.of(row.epochNanos())) + "    "
                + words.of("ui.bytes", row.length()));
        parts.addAll(facts);
        if (row.completeness() != Completeness.WHOLE) {
            parts.add(CompletenessWords.tag(row.completeness(), words));
        }
        if (row.origin().kind().isAutomatic()) {
            parts.add(OriginWords.of(row.origin(), words));
        }
        return String.join(words.of("ui.comma"), parts);
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
