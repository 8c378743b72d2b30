package dev.earshot.session;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import java.util.Arrays;

/** Reads the fields of messages after it has undone the byte stuffing of their framing. */
record UnescapedSource(Framing framing, FieldSource source) implements FieldSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        byte[] plain =
                MarksFraming.unescape(framing, Arrays.copyOfRange(message.bytes(), message.start(), message.end()));
        return source.read(FieldInput.of(plain, message.encoding(), message.fromClient()), reading);
    }
}
