package dev.earshot.journal;

/**
 * Which rows pass. Immutable.
 *
 * @param peers only rows of these
 * @param received whether received messages pass
 * @param sent whether sent messages pass
 * @param events whether connections and notes pass; where something is looked for, they never do
 * @param needle what a message must hold, or null
 */
public record Filter(Peers peers, boolean received, boolean sent, boolean events, Needle needle) {
    public static final Filter ALL = new Filter(Peers.EVERYBODY, true, true, true, null);

    /** Whether every row passes. */
    public boolean passesAll() {
        return equals(ALL);
    }

    /** The same, whatever messages hold. */
    public Filter withoutNeedle() {
        return needle == null ? this : new Filter(peers, received, sent, events, null);
    }

    /** Whether such rows can pass at all. */
    boolean passes(Row.Kind kind, int peerId) {
        boolean wanted = switch (kind) {
            case RECEIVED -> received;
            case SENT -> sent;
            case EVENT -> events && needle == null;
        };
        return wanted && peers.contains(peerId);
    }
}
