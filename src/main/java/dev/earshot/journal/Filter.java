package dev.earshot.journal;

/**
 * Which rows pass. Immutable.
 *
 * @param peers only rows of these
 * @param received whether received messages pass
 * @param sent whether sent messages pass
 * @param events whether connections and notes pass; where something is looked for, they never do
 * @param needle what a message must hold, or null
 * @param span when a row must have ended, or null
 */
public record Filter(PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm needle, TimeSpan span) {
    public static final Filter ALL = new Filter(PeerSet.EVERYBODY, true, true, true, null);

    /** One for all times. */
    public Filter(PeerSet peers, boolean received, boolean sent, boolean events, SearchTerm needle) {
        this(peers, received, sent, events, needle, null);
    }

    /** Whether every row passes. */
    public boolean passesAll() {
        return equals(ALL);
    }

    /** Returns this filter for rows that ended within a span, or with null at any time. */
    public Filter within(TimeSpan wanted) {
        return new Filter(peers, received, sent, events, needle, wanted);
    }

    /** Returns this filter without its search term. */
    public Filter withoutNeedle() {
        return needle == null ? this : new Filter(peers, received, sent, events, null, span);
    }

    /** Whether such rows can pass at all, whenever they ended. */
    boolean passes(Row.Kind kind, int peerId) {
        boolean wanted = switch (kind) {
            case RECEIVED -> received;
            case SENT -> sent;
            case EVENT -> events && needle == null;
        };
        return wanted && peers.contains(peerId);
    }
}
