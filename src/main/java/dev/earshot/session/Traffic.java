package dev.earshot.session;

import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import java.util.function.ToLongFunction;

/**
 * The bytes and messages sent and received by a session and by each client. The counts can be reset, which changes
 * nothing else; rates are averaged over a few seconds and measured once a second while somebody looks. Confined to one
 * thread.
 */
public final class Traffic {
    private static final long SECOND = 1_000_000_000L;

    /** Numbers of bytes and messages in each direction. */
    public record Count(long bytesIn, long bytesOut, long messagesIn, long messagesOut) {
        /** No traffic. */
        public static final Count NONE = new Count(0, 0, 0, 0);

        /** Whether nothing was sent or received. */
        boolean isNone() {
            return bytesIn == 0 && bytesOut == 0 && messagesIn == 0 && messagesOut == 0;
        }

        /** Returns the sum of both. */
        public Count plus(Count other) {
            return new Count(
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    messagesIn + other.messagesIn,
                    messagesOut + other.messagesOut);
        }

        /** Returns the difference; never negative, even if the log has been split again in the meantime. */
        Count minus(Count other) {
            return new Count(
                    bytesIn - other.bytesIn,
                    bytesOut - other.bytesOut,
                    Math.max(0, messagesIn - other.messagesIn),
                    Math.max(0, messagesOut - other.messagesOut));
        }
    }

    /** Bytes and messages a second in each direction. */
    public record Rate(double bytesIn, double bytesOut, double messagesIn, double messagesOut) {
        /** No traffic. */
        public static final Rate NONE = new Rate(0, 0, 0, 0);

        /** Returns the sum of both. */
        public Rate plus(Rate other) {
            return new Rate(
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    messagesIn + other.messagesIn,
                    messagesOut + other.messagesOut);
        }
    }

    /**
     * The counts at the last reset, which are subtracted from those since the beginning.
     *
     * @param millis the time of the reset, in milliseconds since 1970-01-01 UTC
     * @param generation the generation of the journal's rows: another framing makes other messages
     */
    record Baseline(Count count, long millis, int generation) {}

    private final Journal journal;
    private final Clients clients;
    private final ToLongFunction<Peer> waiting;
    private final long begun = System.currentTimeMillis();
    private final RateHistory lastMinute = new RateHistory();
    private Baseline baseline;
    private Count measured = Count.NONE;
    private int measuredGeneration;
    private long measuredAt;

    /** @param waiting returns the bytes that wait to be sent to a peer */
    Traffic(Journal journal, Clients clients, ToLongFunction<Peer> waiting) {
        this.journal = journal;
        this.clients = clients;
        this.waiting = waiting;
    }

    /**
     * Measures all rates if a second has passed since the last measurement.
     *
     * @param nanoTime the present time, of {@link System#nanoTime}
     * @return whether it has measured
     */
    public boolean measure(long nanoTime) {
        double seconds = (nanoTime - measuredAt) / (double) SECOND;
        if (measuredAt != 0 && seconds < 1) {
            return false;
        }
        boolean first = measuredAt == 0;
        // After a change of the framing, the difference of the messages means nothing.
        boolean comparable = !first && measuredGeneration == journal.generation();
        Count present = counted();
        lastMinute.add(comparable ? present.minus(measured) : Count.NONE, first ? 1 : seconds);
        for (Client client : clients.all()) {
            measure(client, comparable, seconds);
        }
        measured = present;
        measuredGeneration = journal.generation();
        measuredAt = nanoTime;
        return true;
    }

    private void measure(Client client, boolean comparable, double seconds) {
        if (client.lastMinute == null
                && client.measured.bytesIn() == client.bytesIn()
                && client.measured.bytesOut() == client.bytesOut()) {
            return;
        }
        Count present = counted(client);
        Count traffic = comparable ? present.minus(client.measured) : Count.NONE;
        client.measured = present;
        if (comparable && client.lastMinute == null) {
            client.lastMinute = new RateHistory();
        }
        if (client.lastMinute != null) {
            client.lastMinute.add(traffic, seconds);
            client.lastMinute = client.lastMinute.isEmpty() ? null : client.lastMinute;
        }
    }

    /** The traffic with all clients since the beginning, or since {@link #reset()}. */
    public Count total() {
        return subtract(counted(), baseline);
    }

    /** The traffic with one client since it joined, or since {@link #reset(Client)}. */
    public Count total(Client client) {
        return subtract(counted(client), client.baseline);
    }

    /** The received and sent bytes of {@link #total(Client)}; cheaper, because no messages are counted. */
    public long bytes(Client client) {
        Count from = isValid(client.baseline) ? client.baseline.count() : Count.NONE;
        return client.bytesIn() + client.bytesOut() - from.bytesIn() - from.bytesOut();
    }

    /** The datagrams that the system has dropped since the session began, as far as it reports them. */
    public long dropped() {
        return clients.dropped();
    }

    /** The time from which {@link #total()} counts, in milliseconds since 1970-01-01 UTC. */
    public long since() {
        return isValid(baseline) ? baseline.millis() : begun;
    }

    /** The time from which {@link #total(Client)} counts, in milliseconds since 1970-01-01 UTC. */
    public long since(Client client) {
        return isValid(client.baseline) ? client.baseline.millis() : client.joinedAt();
    }

    /** Resets the total of the session; those of the clients stay. */
    public void reset() {
        baseline = new Baseline(counted(), System.currentTimeMillis(), journal.generation());
    }

    /** Resets the total of this client. */
    public void reset(Client client) {
        client.baseline = new Baseline(counted(client), System.currentTimeMillis(), journal.generation());
    }

    /** The average rate of the last few seconds, with all clients. */
    public Rate rate() {
        return lastMinute.rate();
    }

    /** The average rate of the last few seconds, with one client. */
    public Rate rate(Client client) {
        return client.lastMinute == null ? Rate.NONE : client.lastMinute.rate();
    }

    /** The last minute with all clients. */
    public RateHistory lastMinute() {
        return lastMinute;
    }

    /** The last minute with one client; null if there was no traffic. */
    public RateHistory lastMinute(Client client) {
        return client.lastMinute;
    }

    /** The bytes that still wait to be sent to this client. */
    public long waiting(Client client) {
        return client.isPresent() ? waiting.applyAsLong(client.peer()) : 0;
    }

    private Count subtract(Count counted, Baseline from) {
        return isValid(from) ? counted.minus(from.count()) : counted;
    }

    /** A change of the framing invalidates a baseline: its messages cannot be counted any more. */
    private boolean isValid(Baseline from) {
        return from != null && from.generation() == journal.generation();
    }

    private Count counted() {
        return new Count(
                clients.bytesIn(),
                clients.bytesOut(),
                journal.messages(Row.Kind.RECEIVED),
                journal.messages(Row.Kind.SENT));
    }

    private Count counted(Client client) {
        int peer = client.peer().id();
        return new Count(
                client.bytesIn(),
                client.bytesOut(),
                journal.messages(peer, Row.Kind.RECEIVED),
                journal.messages(peer, Row.Kind.SENT));
    }
}
