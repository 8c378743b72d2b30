package dev.earshot.session.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.net.Origin;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldOfMessageTest {
    private final List<FieldInput> asked = new ArrayList<>();

    private final FieldSource empty = new FieldSource() {
        @Override
        public String name() {
            return "empty";
        }

        @Override
        public boolean read(FieldInput message, FieldReading reading) {
            asked.add(message);
            return false;
        }
    };

    private static DecodedRow message(Row.Kind kind) {
        byte[] bytes = {1, 2, 3};
        Row row = new Row(0, kind, 0, 1, null, null, 0, bytes.length, bytes, Origin.PERSON);
        return new DecodedRow(row, new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8));
    }

    @Test
    void theSideThatConnectedIsTold() {
        assertThat(new FieldOfMessage(empty, "temp", false).of(message(Row.Kind.RECEIVED)))
                .isNull();
        new FieldOfMessage(empty, "temp", true).of(message(Row.Kind.RECEIVED));
        new FieldOfMessage(empty, "temp", true).of(message(Row.Kind.SENT));
        assertThat(asked).extracting(FieldInput::fromClient).containsExactly(true, false, true);
        assertThat(asked).extracting(FieldInput::length).containsOnly(3);
    }
}
