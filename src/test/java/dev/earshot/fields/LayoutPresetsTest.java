package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layouts that come with Earshot. */
class LayoutPresetsTest {

    static Stream<MessageLayout> all() {
        return LayoutPresets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLayoutSaysWhatItIsAndWhereItComesFrom(MessageLayout layout) {
        assertThat(layout.title()).isNotBlank();
        assertThat(layout.chineseTitle()).isNotBlank();
        assertThat(layout.source()).contains("section");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLayoutBelongsToFramingsThatThereAre(MessageLayout layout) {
        assertThat(layout.framings())
                .allSatisfy(framing -> assertThat(Framing.parse(framing)).isNotNull());
    }

    @Test
    void namesAreDifferent() {
        Set<String> names = new HashSet<>();
        assertThat(all()).allMatch(layout -> names.add(layout.name()));
        assertThat(names)
                .contains("modbus-tcp", "modbus-rtu", "gt06", "jt808", "teltonika", "nmea", "iec104", "hl7", "astm")
                .contains("fix", "mqtt", "mqtt3", "mqtt5", "dns", "dns-tcp", "tftp", "dhcp", "rtp", "stun");
    }
}
