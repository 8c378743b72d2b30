package dev.earshot.journal.search;

import dev.earshot.fields.FieldCondition;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Tests whether the fields of a message fulfil a condition. Confined to one thread. */
final class FieldPredicate implements MessagePredicate {
    private static final int MOST_PEERS = 10_000;

    private final RowReader reader;
    private final FieldCondition condition;
    private final RowLens lens;
    private final FieldReading reading = new FieldReading();
    private final Map<Integer, Speaker> speakers = new HashMap<>();
    private int latestPeer = -1;
    private Speaker latest;

    /**
     * A peer, and how its messages are read.
     *
     * @param source of their fields, or null
     */
    private record Speaker(Peer peer, FieldSource source) {}

    FieldPredicate(RowReader reader, FieldCondition condition, RowLens lens) {
        this.reader = reader;
        this.condition = condition;
        this.lens = lens;
    }

    @Override
    public boolean passes(Row.Kind kind, int peer, long row, byte[] bytes, int start, int length) {
        Speaker speaker = speaker(peer, row);
        if (speaker == null || speaker.source == null) {
            return false;
        }
        boolean fromClient = speaker.peer.transport().isFromClient(kind == Row.Kind.RECEIVED);
        speaker.source.read(
                new FieldInput(
                        bytes, start, start + length, lens.encoding(kind, peer, bytes, start, length), fromClient),
                reading);
        return condition.isTrue(reading);
    }

    private Speaker speaker(int id, long row) {
        if (id != latestPeer || latest == null) {
            latest = speakers.get(id);
            latestPeer = id;
        }
        if (latest == null) {
            latest = read(row);
            if (speakers.size() == MOST_PEERS) {
                speakers.clear();
            }
            speakers.put(id, latest);
        }
        return latest;
    }

    /** Reads who has sent or received a row; null if it has gone in the meantime. */
    private Speaker read(long row) {
        try {
            Peer peer = reader.read(row, 0).peer();
            return peer == null ? null : new Speaker(peer, lens.fields(peer));
        } catch (IOException e) {
            return null;
        }
    }
}
