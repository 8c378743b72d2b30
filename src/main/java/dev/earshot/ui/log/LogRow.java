package dev.earshot.ui.log;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.Row;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the log, formatted once for the table that paints it many times.
 *
 * @param text the formatted row
 * @param tags the tags beside the message, the most important one first
 * @param time of its end; empty if unknown
 * @param client the name of its client; empty if it has none
 * @param bytes the size of the message; empty for an event
 * @param fields the values of the columns of fields
 */
public record LogRow(
        RowText text, List<String> tags, String time, String client, String bytes, List<FieldColumn.Value> fields) {

    static LogRow of(RowText text, String client, Words words) {
        return new LogRow(text, tags(text, words), text.time(), client, bytes(text, words), List.of());
    }

    /** Returns this row with values of fields. */
    LogRow with(List<FieldColumn.Value> values) {
        return new LogRow(text, tags, time, client, bytes, values);
    }

    public Row row() {
        return text.row();
    }

    private static List<String> tags(RowText text, Words words) {
        Row row = text.row();
        boolean automatic = row.origin().kind().isAutomatic();
        if (!automatic && row.completeness() == Completeness.WHOLE) {
            return text.tag().isEmpty() ? List.of() : List.of(text.tag()); // as nearly all are
        }
        return Stream.of(
                        CompletenessWords.tag(row.completeness(), words),
                        automatic ? words.of("ui.tag.auto") : "",
                        text.tag())
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static String bytes(RowText text, Words words) {
        int length = text.row().length();
        if (!text.isMessage()) {
            return "";
        }
        // A small number reads the same in every language, and most are small.
        return length < 1000 ? Integer.toString(length) : words.of("ui.number", length);
    }
}
