package dev.earshot.session.statistics;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FieldValue;
import dev.earshot.journal.Row;
import dev.earshot.session.view.DecodedRow;

/** The first field of a name in a message, as a description of its form reads it. */
public final class FieldOfMessage implements ValueSource {
    private final FieldSource source;
    private final String name;
    private final boolean weConnected;
    private final FieldReading reading = new FieldReading();

    /** @param weConnected whether sent messages are those of the side that opened the connection */
    public FieldOfMessage(FieldSource source, String name, boolean weConnected) {
        this.source = source;
        this.name = name;
        this.weConnected = weConnected;
    }

    @Override
    public String of(DecodedRow message) {
        boolean fromClient = message.row().kind() == Row.Kind.SENT == weConnected;
        source.read(FieldInput.of(message.row().bytes(), message.encoding(), fromClient), reading);
        FieldValue field = reading.find(name);
        return field == null ? null : field.text();
    }
}
