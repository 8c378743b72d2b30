package dev.earshot.session.analysis;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.session.Lens;
import java.util.HashMap;
import java.util.Map;

/** Reads a number from each row of the log, as a lens shows its message. Confined to one thread, not the EDT. */
final class RowNumbers {
    private final NumberReader reader;
    private final Map<Integer, FieldSource> forms = new HashMap<>();
    private Lens lens;

    RowNumbers(NumberSource source, Lens lens) {
        reader = source.reader();
        this.lens = lens;
    }

    /** Reads rows by another lens from now on. */
    void lens(Lens present) {
        lens = present;
        forms.clear();
    }

    /**
     * Reads a message, and returns whether it has the value.
     *
     * @throws dev.earshot.codec.RegularExpression.TooLongException if that takes too long
     */
    boolean read(Row row) {
        boolean received = row.kind() == Row.Kind.RECEIVED;
        Transport transport = row.peer().transport();
        boolean fromClient = transport == null ? received : transport.isFromClient(received);
        return reader.read(FieldInput.of(row.bytes(), lens.encoding(row), fromClient), () -> form(row.peer()));
    }

    private FieldSource form(Peer peer) {
        return forms.computeIfAbsent(peer.id(), id -> {
            lens.awaitLayouts();
            return lens.fields(peer);
        });
    }

    /** Returns the number of the message that was read last; NaN where the value is none. */
    double number() {
        return reader.number();
    }
}
