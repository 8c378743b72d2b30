package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of messages that name them: JSON, and keys with values. */
class TextSourcesTest {
    private final FieldReading reading = new FieldReading();

    private boolean read(FieldSource source, String message) {
        return source.read(FieldInput.of(message.getBytes(StandardCharsets.UTF_8), Encoding.UTF_8, true), reading);
    }

    @Test
    void jsonHasItsKeysAsNames() throws Exception {
        String message = "{\"温度\": {\"temp\": -23.5, \"list\": [1, 2]}, \"on\": true, \"name\": \"a\\nb\"}\n";
        assertThat(read(new JsonSource(), message)).isTrue();
        assertThat(FieldTexts.of(new JsonSource(), message.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("温度=", "  temp=-23.5", "  list=", "    list=1", "    list=2", "on=true", "name=a\nb");
        FieldValue temp = reading.find("temp");
        assertThat(message.getBytes(StandardCharsets.UTF_8)[temp.from()]).isEqualTo((byte) '-');
        assertThat(temp.to() - temp.from()).isEqualTo(5);
        assertThat(FieldCondition.parse("温度.temp < 0 and list = 2 and on and name contains a")
                        .isTrue(reading))
                .isTrue();
        assertThat(FieldCondition.parse("missing = 1").isTrue(reading)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{", "{\"a\": }", "[1] x", "23", "{a: 1}"})
    void whatIsNoJsonHasNoFields(String message) {
        assertThat(read(new JsonSource(), message)).isFalse();
        assertThat(reading.size()).isZero();
    }

    @Test
    void jsonMayBeDeepOrLong() {
        assertThat(read(new JsonSource(), "[".repeat(1000) + "]".repeat(1000))).isTrue();
        assertThat(read(new JsonSource(), "[".repeat(100_000))).isFalse();
        assertThat(read(new JsonSource(), "[" + "1,".repeat(50_000) + "1]")).isTrue();
        assertThat(reading.size()).isLessThanOrEqualTo(FieldReading.MOST_FIELDS);
    }

    @Test
    void pairsHaveTheirKeysAsNames() {
        assertThat(read(new PairSource(2), "T=23.5;H=40\r\n")).isTrue();
        assertThat(reading.find("T").number()).isEqualTo(23.5);
        assertThat(reading.find("H").from()).isEqualTo(9);
        assertThat(read(new PairSource(2), "T=23.5")).isFalse();
        assertThat(read(new PairSource(1), "T=23.5")).isTrue();
        assertThat(read(new PairSource(1), "hello")).isFalse();
        assertThat(read(new PairSource(1), "\u0000T=1")).isFalse();
    }

    @Test
    void placesAreThoseOfTheBytesInAnyEncoding() {
        byte[] message = "温度=23;湿度=40".getBytes(Charset.forName("GBK"));
        assertThat(new PairSource(2).read(FieldInput.of(message, Encoding.GBK, true), reading))
                .isTrue();
        FieldValue second = reading.get(1);
        assertThat(new String(message, second.from(), second.to() - second.from(), StandardCharsets.US_ASCII))
                .isEqualTo("40");
    }
}
