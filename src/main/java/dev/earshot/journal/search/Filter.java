package dev.earshot.journal.search;

import dev.earshot.journal.Row;

/**
 * Selects rows of the log by peer, direction, search term, time and notes. Immutable.
 *
 * @param peers the peers whose rows pass
 * @param received whether received messages pass
 * @param sent whether sent messages pass
 * @param events whether connections and notes about them pass; with a search term only those whose note has it
 * @param term the search term that a message, or the note that a person has put on it, must contain; or null
 * @param span the time in which a row must have ended, or null
 * @param noted whether only rows with notes of people pass
 */
public record Filter(
        PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm term, TimeSpan span, boolean noted) {
    /** The filter that every row passes. */
    public static final Filter ALL = new Filter(PeerSet.EVERYBODY, true, true, true, null);

    /** Makes a filter without a time span. */
    public Filter(PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm term) {
        this(peers, received, sent, events, term, null, false);
    }

    /** Whether every row passes. */
    public boolean passesAll() {
        return equals(ALL);
    }

    /** Returns this filter with another time span, or with null without one. */
    public Filter within(TimeSpan wanted) {
        return new Filter(peers, received, sent, events, term, wanted, noted);
    }

    /** Returns this filter without its search term. */
    public Filter withoutTerm() {
        return term == null ? this : new Filter(peers, received, sent, events, null, span, noted);
    }

    /** Returns this filter for rows with notes of people only, or for all rows. */
    public Filter noted(boolean wanted) {
        return new Filter(peers, received, sent, events, term, span, wanted);
    }

    /** Whether rows of this kind and peer can pass, apart from the time, the search term and notes. */
    public boolean passes(Row.Kind kind, int peerId) {
        boolean wanted = switch (kind) {
            case RECEIVED -> received;
            case SENT -> sent;
            case EVENT -> events;
        };
        return wanted && peers.contains(peerId);
    }
}
