package dev.earshot.journal;

/**
 * A filter of the log's rows. Immutable.
 *
 * @param peers the peers whose rows pass
 * @param received whether received messages pass
 * @param sent whether sent messages pass
 * @param events whether connections and notes pass; with a search term they never do
 * @param term the search term that a message must contain, or null
 * @param span the time in which a row must have ended, or null
 */
public record Filter(PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm term, TimeSpan span) {
    /** The filter that every row passes. */
    public static final Filter ALL = new Filter(PeerSet.EVERYBODY, true, true, true, null);

    /** Makes a filter without a time span. */
    public Filter(PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm term) {
        this(peers, received, sent, events, term, null);
    }

    /** Whether every row passes. */
    public boolean passesAll() {
        return equals(ALL);
    }

    /** Returns this filter with another time span, or with null without one. */
    public Filter within(TimeSpan wanted) {
        return new Filter(peers, received, sent, events, term, wanted);
    }

    /** Returns this filter without its search term. */
    public Filter withoutTerm() {
        return term == null ? this : new Filter(peers, received, sent, events, null, span);
    }

    /** Whether rows of this kind and peer can pass, apart from the time and the search term. */
    public boolean passes(Row.Kind kind, int peerId) {
        boolean wanted = switch (kind) {
            case RECEIVED -> received;
            case SENT -> sent;
            case EVENT -> events && term == null;
        };
        return wanted && peers.contains(peerId);
    }
}
