package dev.earshot.session.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.net.Origin;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class FieldValueSourceTest {
    private final Lens lens = new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8);

    private String value(String name, String message) {
        byte[] bytes = message.getBytes(UTF_8);
        InetSocketAddress remote = new InetSocketAddress("127.0.0.1", 50_000);
        Row row = new Row(0, Row.Kind.RECEIVED, 0, 1, remote, null, 0, bytes.length, bytes, Origin.PERSON);
        return new FieldValueSource(lens, name).of(new DecodedRow(row, lens));
    }

    @Test
    void theValueIsThatOfTheFirstFieldOfTheName() {
        assertThat(value("temp", "{\"id\":7,\"temp\":23.5}\n")).isEqualTo("23.5");
        assertThat(value("temp", "id=7 temp=24\n")).isEqualTo("24");
    }

    @Test
    void aMessageWithoutTheFieldHasNoValue() {
        assertThat(value("temp", "{\"id\":7}")).isNull();
        assertThat(value("temp", "hello")).isNull();
        assertThat(value("temp", "")).isNull();
    }
}
