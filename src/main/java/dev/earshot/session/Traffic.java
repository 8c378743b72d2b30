package dev.earshot.session;

import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import java.util.function.ToLongFunction;

/**
 * How much went to and fro: with everybody, and with each client. Counters are live and can be reset, which changes
 * nothing but what is shown; rates are measured once a second for whoever looks. Confined to one thread.
 */
public final class Traffic {
    private static final long SECOND = 1_000_000_000L;

    /** Numbers of bytes and of messages each way. */
    public record Count(long bytesIn, long bytesOut, long messagesIn, long messagesOut) {
        public static final Count NONE = new Count(0, 0, 0, 0);

        public Count plus(Count other) {
            return new Count(
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    messagesIn + other.messagesIn,
                    messagesOut + other.messagesOut);
        }

        /** Never below zero: the history may be cut anew between two looks at it. */
        Count minus(Count other) {
            return new Count(
                    bytesIn - other.bytesIn,
                    bytesOut - other.bytesOut,
                    Math.max(0, messagesIn - other.messagesIn),
                    Math.max(0, messagesOut - other.messagesOut));
        }
    }

    /** The same a second. */
    public record Rate(double bytesIn, double bytesOut, double messagesIn, double messagesOut) {
        public static final Rate NONE = new Rate(0, 0, 0, 0);

        public Rate plus(Rate other) {
            return new Rate(
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    messagesIn + other.messagesIn,
                    messagesOut + other.messagesOut);
        }
    }

    /**
     * From where something counts.
     *
     * @param generation of the journal's rows: under another framing there are other messages
     */
    record Zero(Count count, long millis, int generation) {}

    private final Journal journal;
    private final Clients clients;
    private final ToLongFunction<Peer> waiting;
    private final long begun = System.currentTimeMillis();
    private final RateHistory minute = new RateHistory();
    private Zero zero;
    private Count seen = Count.NONE;
    private int seenGeneration;
    private long measuredAt;

    Traffic(Journal journal, Clients clients, ToLongFunction<Peer> waiting) {
        this.journal = journal;
        this.clients = clients;
        this.waiting = waiting;
    }

    /**
     * Measures, if a second has passed since the last time.
     *
     * @param nanoTime now
     * @return whether it has
     */
    public boolean measure(long nanoTime) {
        double seconds = (nanoTime - measuredAt) / (double) SECOND;
        if (measuredAt != 0 && seconds < 1) {
            return false;
        }
        boolean first = measuredAt == 0;
        // Messages under another framing are no news.
        boolean known = !first && seenGeneration == journal.generation();
        Count now = whole();
        minute.add(known ? now.minus(seen) : Count.NONE, first ? 1 : seconds);
        for (Client client : clients.all()) {
            measure(client, known, seconds);
        }
        seen = now;
        seenGeneration = journal.generation();
        measuredAt = nanoTime;
        return true;
    }

    private void measure(Client client, boolean known, double seconds) {
        if (client.minute == null
                && client.seen.bytesIn() == client.bytesIn()
                && client.seen.bytesOut() == client.bytesOut()) {
            return;
        }
        Count now = whole(client);
        Count went = known ? now.minus(client.seen) : Count.NONE;
        client.seen = now;
        if (known && client.minute == null) {
            client.minute = new RateHistory();
        }
        if (client.minute != null) {
            client.minute.add(went, seconds);
            client.minute = client.minute.isEmpty() ? null : client.minute;
        }
    }

    /** What went since the beginning, or since the counters were reset. */
    public Count total() {
        return since(whole(), zero);
    }

    /** The same with one client. */
    public Count total(Client client) {
        return since(whole(client), client.zero);
    }

    /** Received and sent bytes of {@link #total}, more cheaply. */
    public long bytes(Client client) {
        Count from = holds(client.zero) ? client.zero.count() : Count.NONE;
        return client.bytesIn() + client.bytesOut() - from.bytesIn() - from.bytesOut();
    }

    /** Datagrams that the system has dropped since the session began, as far as it says so: they were never received. */
    public long dropped() {
        return clients.dropped();
    }

    /** From when on {@link #total} counts, in milliseconds since 1970-01-01 UTC. */
    public long since() {
        return holds(zero) ? zero.millis() : begun;
    }

    /** From when on {@link #total} counts, likewise. */
    public long since(Client client) {
        return holds(client.zero) ? client.zero.millis() : client.joinedAt();
    }

    /** Counts everybody together from now on. */
    public void reset() {
        zero = new Zero(whole(), System.currentTimeMillis(), journal.generation());
    }

    /** Counts this client from now on. */
    public void reset(Client client) {
        client.zero = new Zero(whole(client), System.currentTimeMillis(), journal.generation());
    }

    /** Of the last few seconds, with everybody. */
    public Rate rate() {
        return minute.rate();
    }

    public Rate rate(Client client) {
        return client.minute == null ? Rate.NONE : client.minute.rate();
    }

    /** The last minute with everybody. */
    public RateHistory lastMinute() {
        return minute;
    }

    /** The last minute with one client; null if there was nothing. */
    public RateHistory lastMinute(Client client) {
        return client.minute;
    }

    /** Bytes that were given to be sent and are still waiting. */
    public long waiting(Client client) {
        return client.isPresent() ? waiting.applyAsLong(client.peer()) : 0;
    }

    private Count since(Count whole, Zero from) {
        return holds(from) ? whole.minus(from.count()) : whole;
    }

    /** Under another framing nobody knows how many messages there were then: everything counts again. */
    private boolean holds(Zero from) {
        return from != null && from.generation() == journal.generation();
    }

    private Count whole() {
        return new Count(
                clients.bytesIn(),
                clients.bytesOut(),
                journal.messages(Row.Kind.RECEIVED),
                journal.messages(Row.Kind.SENT));
    }

    private Count whole(Client client) {
        int peer = client.peer().id();
        return new Count(
                client.bytesIn(),
                client.bytesOut(),
                journal.messages(peer, Row.Kind.RECEIVED),
                journal.messages(peer, Row.Kind.SENT));
    }
}
