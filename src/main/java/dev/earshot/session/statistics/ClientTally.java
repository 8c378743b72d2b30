package dev.earshot.session.statistics;

import dev.earshot.journal.Row;
import dev.earshot.net.Peer;

/**
 * The counts and response times of one client, or the counts of all clients beyond the limit together. Confined to one
 * thread.
 */
final class ClientTally {
    private final Peer peer; // null: of all clients beyond those that are counted one by one
    private final Tally received = new Tally();
    private final Tally sent = new Tally();
    private Distribution answersOfUs;
    private Distribution answersOfClient;
    private Row.Kind lastKind;
    private long lastNanos;
    private long lastRow;

    ClientTally(Peer peer) {
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    Tally received() {
        return received;
    }

    Tally sent() {
        return sent;
    }

    Tally of(Row.Kind direction) {
        return direction == Row.Kind.SENT ? sent : received;
    }

    /** Returns the direction of the last message; null if there was none. */
    Row.Kind lastKind() {
        return lastKind;
    }

    long lastNanos() {
        return lastNanos;
    }

    long lastRow() {
        return lastRow;
    }

    void setLast(Row row) {
        lastKind = row.kind();
        lastNanos = row.epochNanos();
        lastRow = row.number();
    }

    /** Returns the times of the answers in a direction; null if there were none or they are not kept by client. */
    Distribution answers(Row.Kind direction) {
        return direction == Row.Kind.SENT ? answersOfUs : answersOfClient;
    }

    void keepAnswers(Row.Kind direction) {
        if (direction == Row.Kind.SENT) {
            answersOfUs = new Distribution(Distribution.COARSE);
        } else {
            answersOfClient = new Distribution(Distribution.COARSE);
        }
    }
}
