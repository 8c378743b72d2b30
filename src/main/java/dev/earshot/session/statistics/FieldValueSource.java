package dev.earshot.session.statistics;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FieldValue;
import dev.earshot.journal.Row;
import dev.earshot.net.Transport;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;

/**
 * Returns the text of the first field with a name in each message, for the statistics. Confined to one thread, not the
 * EDT.
 */
public final class FieldValueSource implements ValueSource {
    private final Lens lens;
    private final String name;
    private final FieldReading reading = new FieldReading();
    private boolean begun;

    /**
     * @param lens has the forms of the messages
     * @param name of the field
     */
    public FieldValueSource(Lens lens, String name) {
        this.lens = lens;
        this.name = name;
    }

    @Override
    public String of(DecodedRow message) {
        if (!begun) {
            begun = true;
            lens.awaitLayouts(); // or the first messages would be read without them
        }
        Row row = message.row();
        FieldSource source = row.peer() == null ? null : lens.fields(row.peer());
        if (source == null) {
            return null;
        }
        boolean received = row.kind() == Row.Kind.RECEIVED;
        Transport transport = row.peer().transport();
        boolean fromClient = transport == null ? received : transport.isFromClient(received);
        source.read(FieldInput.of(row.bytes(), message.encoding(), fromClient), reading);
        FieldValue field = reading.find(name);
        return field == null ? null : field.text();
    }
}
