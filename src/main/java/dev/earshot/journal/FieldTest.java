package dev.earshot.journal;

import dev.earshot.fields.FieldCondition;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Whether the fields of a message fulfil a condition. Confined to one thread. */
final class FieldTest implements RowTest {
    private static final int MOST_PEERS = 10_000;

    private final RowReader reader;
    private final FieldCondition condition;
    private final RowLens lens;
    private final FieldReading reading = new FieldReading();
    private final Map<Integer, Peer> peers = new HashMap<>();

    FieldTest(RowReader reader, FieldCondition condition, RowLens lens) {
        this.reader = reader;
        this.condition = condition;
        this.lens = lens;
    }

    @Override
    public boolean passes(Row.Kind kind, int peer, long row, byte[] bytes, int start, int length) {
        Peer from = peer(peer, row);
        FieldSource source = from == null ? null : lens.fields(kind, from, bytes, start, length);
        if (source == null) {
            return false;
        }
        boolean fromClient = from.transport().isFromClient(kind == Row.Kind.RECEIVED);
        source.read(
                new FieldInput(
                        bytes, start, start + length, lens.encoding(kind, peer, bytes, start, length), fromClient),
                reading);
        return condition.isTrue(reading);
    }

    private Peer peer(int id, long row) {
        Peer known = peers.get(id);
        if (known == null) {
            try {
                known = reader.read(row, 0).peer();
            } catch (IOException e) {
                return null; // the row has gone in the meantime
            }
            if (peers.size() == MOST_PEERS) {
                peers.clear();
            }
            peers.put(id, known);
        }
        return known;
    }
}
