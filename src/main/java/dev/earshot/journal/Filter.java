package dev.earshot.journal;

/**
 * Which rows pass. Immutable.
 *
 * @param peer only this peer's, or {@link #EVERYBODY}
 * @param received whether received messages pass
 * @param sent whether sent messages pass
 * @param events whether connections and notes pass; where something is looked for, they never do
 * @param needle what a message must hold, or null
 */
public record Filter(int peer, boolean received, boolean sent, boolean events, Needle needle) {
    /** Stands for all peers, and for rows that are about none. */
    public static final int EVERYBODY = 0;

    public static final Filter ALL = new Filter(EVERYBODY, true, true, true, null);

    /** Whether every row passes. */
    public boolean passesAll() {
        return equals(ALL);
    }

    /** The same, whatever messages hold. */
    public Filter withoutNeedle() {
        return needle == null ? this : new Filter(peer, received, sent, events, null);
    }

    /** Whether such rows can pass at all. */
    boolean passes(Row.Kind kind, int peerId) {
        boolean wanted = switch (kind) {
            case RECEIVED -> received;
            case SENT -> sent;
            case EVENT -> events && needle == null;
        };
        return wanted && (peer == EVERYBODY || peer == peerId);
    }
}
