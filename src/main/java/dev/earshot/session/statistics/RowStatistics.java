package dev.earshot.session.statistics;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts and measures rows as they are read, once and in their order, in memory that does not grow with them. Confined
 * to one thread.
 */
public final class RowStatistics implements RowWriter {
    /** The most clients that are counted one by one; the others are counted together. */
    static final int MOST_CLIENTS = 10_000;

    /** The most clients whose response times are kept one by one. */
    static final int MOST_RESPONDING = 1_000;

    private static final int MOST_MESSAGES = 16_384;

    private final Lens lens;
    private final Map<Row.Kind, Direction> directions = new EnumMap<>(Row.Kind.class);
    private final Tally all = new Tally();
    private final Map<Integer, ClientTally> clients = new HashMap<>();
    private final List<ClientTally> inOrder = new ArrayList<>();
    private final ClientTally others = new ClientTally(null);
    private final FrequentItems<MessageKey, Row> messages = new FrequentItems<>(MOST_MESSAGES);
    private final ValueCounts values; // null: none are counted
    private int responding;
    private long events;
    private boolean incomplete;
    private long lastRow;

    /**
     * The measures of one direction.
     *
     * @param tally of the messages
     * @param lengths of the messages in bytes
     * @param intervals in nanoseconds from a message of a client to its next one in the same direction
     * @param answers the times of the messages that are answers
     */
    record Direction(Tally tally, Distribution lengths, Distribution intervals, ResponseTimes answers) {
        Direction() {
            this(new Tally(), new Distribution(), new Distribution(), new ResponseTimes());
        }
    }

    /**
     * @param lens the encodings in which messages are read
     * @param values finds the value of a message that is counted as well; null for none
     */
    public RowStatistics(Lens lens, ValueSource values) {
        this.lens = lens;
        this.values = values == null ? null : new ValueCounts(values);
        directions.put(Row.Kind.RECEIVED, new Direction());
        directions.put(Row.Kind.SENT, new Direction());
    }

    @Override
    public void write(Row row) {
        lastRow = row.number() + 1;
        if (row.kind() == Row.Kind.EVENT) {
            events++;
            incomplete |= row.isMissing();
            return;
        }
        Direction direction = directions.get(row.kind());
        all.add(row.epochNanos(), row.length());
        direction.tally().add(row.epochNanos(), row.length());
        direction.lengths().add(row.length());
        ClientTally client = client(row);
        if (client != others) {
            measureTimes(client, direction, row);
        }
        client.of(row.kind()).add(row.epochNanos(), row.length());
        MessageKey key = MessageKey.of(row);
        messages.add(key, () -> sample(row, key));
        if (values != null) {
            values.add(new DecodedRow(row, lens));
        }
    }

    private ClientTally client(Row row) {
        ClientTally known = clients.get(row.peerId());
        if (known == null && clients.size() < MOST_CLIENTS) {
            known = new ClientTally(row.peer());
            clients.put(row.peerId(), known);
            inOrder.add(known);
        }
        return known == null ? others : known;
    }

    private void measureTimes(ClientTally client, Direction direction, Row row) {
        Tally before = client.of(row.kind());
        if (before.messages() > 0 && row.epochNanos() >= before.previous()) {
            direction.intervals().add(row.epochNanos() - before.previous());
        }
        boolean turns = client.lastKind() != null && client.lastKind() != row.kind();
        if (turns && row.epochNanos() >= client.lastNanos()) { // else the clock was set back
            direction.answers().add(client, row);
            if (client.answers(row.kind()) == null && responding < MOST_RESPONDING) {
                client.keepAnswers(row.kind());
                responding++;
            }
            if (client.answers(row.kind()) != null) {
                client.answers(row.kind()).add(row.epochNanos() - client.lastNanos());
            }
        }
        client.setLast(row);
    }

    /** Returns the row with as much of its message as is kept. */
    private static Row sample(Row row, MessageKey key) {
        return new Row(
                row.number(),
                row.kind(),
                row.epochNanos(),
                row.peer(),
                null,
                0,
                row.length(),
                key.beginning(),
                row.origin(),
                row.completeness());
    }

    /** Returns what was measured of the received or of the sent messages. */
    Direction direction(Row.Kind kind) {
        return directions.get(kind);
    }

    /** Returns the figures of both directions together. */
    Tally all() {
        return all;
    }

    /** Returns the clients that are counted one by one, in the order of their first messages. */
    List<ClientTally> clients() {
        return inOrder;
    }

    /** Returns the figures of all other clients together. */
    ClientTally others() {
        return others;
    }

    /** Returns the messages by content, each with the first row that has it, which may be cut. */
    FrequentItems<MessageKey, Row> messages() {
        return messages;
    }

    /** Returns the values that were counted; null if none were. */
    ValueCounts values() {
        return values;
    }

    /** Returns the encodings in which messages are read. */
    Lens lens() {
        return lens;
    }

    /** Returns the number of the last row that was measured, as people count, or 0. */
    long lastRow() {
        return lastRow;
    }

    /** Returns the number of rows that are events. */
    long events() {
        return events;
    }

    /** Whether rows are missing that were removed or lost. */
    boolean isIncomplete() {
        return incomplete;
    }
}
