package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.SearchTerm;
import dev.earshot.session.EventWords;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;

/**
 * Puts rows into words. Any thread.
 *
 * @param lens the encodings in which messages are read
 * @param views the views among which one is chosen for each message
 */
public record RowFormatter(Lens lens, MessageViews views, Words words) {
    /** More than any screen is wide. */
    private static final int MOST_HITS = 200;

    public RowText format(Row row) {
        return format(row, null);
    }

    /** @param sought what is looked for in messages, or null */
    public RowText format(Row row, SearchTerm sought) {
        if (row.kind() == Row.Kind.EVENT) {
            // An old capture may come from anywhere, and so may the words in it.
            return RowText.ofEvent(row, VisibleText.of(EventWords.of(row, words)));
        }
        DecodedRow message = new DecodedRow(row, lens);
        MessageView view = views.choose(message);
        String line = view.line(message, words);
        String tag = views.showsTag() ? view.tag(message, words) : "";
        return new RowText(row, message.encoding(), line, tag, hits(message, view, line, sought));
    }

    private static int[] hits(DecodedRow message, MessageView view, String line, SearchTerm sought) {
        int[] hits = sought == null ? DecodedRow.NO_HITS : message.find(sought, MOST_HITS);
        return hits.length == 0 ? DecodedRow.NO_HITS : view.hitsInLine(message, line, hits);
    }
}
