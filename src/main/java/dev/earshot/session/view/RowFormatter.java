package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.session.Lens;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;

/**
 * Turns rows of the log into text. Any thread.
 *
 * @param lens the encodings in which messages are read
 * @param views the views that show the messages
 */
public record RowFormatter(Lens lens, MessageViews views, Words words) {
    /** The greatest number of hits in a line; no screen is wide enough for more. */
    private static final int MOST_HITS = 200;

    /** Turns a row into text, without a search. */
    public RowText format(Row row) {
        return format(row, null);
    }

    /**
     * Turns a row into text.
     *
     * @param term the search whose hits are marked in messages, or null
     */
    public RowText format(Row row, SearchTerm term) {
        if (row.kind() == Row.Kind.EVENT) {
            // A capture may come from anywhere, so its words may hold control characters.
            return RowText.ofEvent(row, VisibleText.of(EventWords.of(row, words)));
        }
        DecodedRow message = new DecodedRow(row, lens);
        MessageView view = views.choose(message);
        String line = view.line(message, words);
        String tag = views.tag(view, message, words);
        return new RowText(row, message.encoding(), line, tag, hits(message, view, line, term));
    }

    private static int[] hits(DecodedRow message, MessageView view, String line, SearchTerm term) {
        int[] hits = term == null ? DecodedRow.NO_HITS : message.find(term, MOST_HITS);
        return hits.length == 0 ? DecodedRow.NO_HITS : view.hitsInLine(message, line, hits);
    }
}
