package dev.earshot.ui.log;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;

/** Finds out why the log shows no row, and which part of the filter to take away. Used on the EDT. */
public final class EmptyRowsReason {
    private static final int MOST_SHOWN = 40;

    private final Session session;
    private final Words words;
    private final FilterBar filters;
    private final LogArea log;

    public EmptyRowsReason(Session session, Words words, FilterBar filters, LogArea log) {
        this.session = session;
        this.words = words;
        this.filters = filters;
        this.log = log;
    }

    /** Returns what the log says in place of its rows; null if it shows some, or has nothing to say. */
    EmptyRows.Content content() {
        if (log.model().rows().count() > 0) {
            return null;
        }
        FilterResult now = session.log().filtered();
        long cleared = log.model().rows().cleared();
        if (cleared > 0 && log.model().rows().countOfAll() == 0) {
            return new EmptyRows.Content(
                    words.of("ui.empty.cleared"), words.of("ui.empty.cleared.link", cleared), log::undoClear);
        } else if (now.shown() == null) {
            return null;
        } else if (!filters.problem().isEmpty()) {
            return new EmptyRows.Content(filters.problem(), words.of("ui.empty.term.link"), filters::empty);
        } else if (!now.shown().isComplete() && !now.shown().isStopped()) {
            return new EmptyRows.Content(words.of("ui.empty.searching"), "", () -> {});
        }
        return reason(now.filter(), now.narrow());
    }

    /** Names the part of the filter that a person is most likely to have set last. */
    private EmptyRows.Content reason(Filter filter, boolean narrow) {
        if (filter.term() != null && narrow) {
            String typed = filter.term().typed();
            boolean half = typed.startsWith("/") && (typed.length() < 3 || !typed.endsWith("/"));
            String text = VisibleText.of(typed.length() > MOST_SHOWN ? typed.substring(0, MOST_SHOWN) : typed);
            return new EmptyRows.Content(
                    words.of(half ? "ui.empty.expression" : "ui.empty.term", text),
                    words.of("ui.empty.term.link"),
                    filters::empty);
        } else if (filter.span() != null) {
            return new EmptyRows.Content(
                    words.of("ui.empty.span"), words.of("ui.empty.span.link"), () -> filters.span(null));
        } else if (filter.noted()) {
            return new EmptyRows.Content(
                    words.of("ui.empty.noted"), words.of("ui.empty.noted.link"), filters::showRowsWithoutNotes);
        } else if (!filter.received() || !filter.sent() || !filter.events()) {
            return new EmptyRows.Content(
                    words.of("ui.empty.kinds"), words.of("ui.empty.kinds.link"), filters::showAllKinds);
        }
        return new EmptyRows.Content(
                words.of("ui.empty.peers"), words.of("ui.empty.peers.link"), () -> filters.peers(PeerSet.EVERYBODY));
    }
}
