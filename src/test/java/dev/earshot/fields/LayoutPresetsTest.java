package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.FramingPresets;
import java.util.HashSet;
import java.util.List;
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
        assertThat(layout.title()).isNotBlank().isNotEqualTo(layout.name());
        assertThat(layout.chineseTitle()).isNotBlank();
        assertThat(layout.source()).contains("section").doesNotContain("TODO");
        assertThat(LayoutPresets.find(layout.name())).isSameAs(layout);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLayoutBelongsToFramingsThatThereAre(MessageLayout layout) {
        assertThat(layout.framings())
                .allSatisfy(name ->
                        assertThat(FramingPresets.builtIn().find(name)).as(name).isNotNull());
        layout.framings()
                .forEach(name -> assertThat(LayoutPresets.of(List.of(name), 0)).contains(layout));
        layout.ports()
                .forEach(port -> assertThat(LayoutPresets.of(List.of(), port)).contains(layout));
    }

    @Test
    void onlyFilesAreReadWhoseLayoutsMayBeMeant() {
        assertThat(LayoutPresets.of(List.of("modbus-tcp"), 0))
                .extracting(MessageLayout::name)
                .containsExactly("modbus-tcp", "modbus-rtu");
        assertThat(LayoutPresets.of(List.of("lines"), 7000)).isEmpty();
        for (int port = 0; port <= 65535; port++) {
            for (MessageLayout layout : LayoutPresets.of(List.of(), port)) {
                int of = port;
                assertThat(LayoutPresets.of(List.of(), port))
                        .as("port %d", port)
                        .anyMatch(other -> other.ports().contains(of));
            }
        }
    }

    @Test
    void namesAreDifferent() {
        Set<String> names = new HashSet<>();
        assertThat(all()).allMatch(layout -> names.add(layout.name()));
        assertThat(names)
                .contains(
                        "modbus-tcp",
                        "modbus-rtu",
                        "gt06",
                        "jt808",
                        "teltonika",
                        "nmea",
                        "iec104",
                        "hl7",
                        "astm",
                        "fix",
                        "mqtt",
                        "mqtt5",
                        "dns",
                        "dns-tcp",
                        "tftp",
                        "dhcp",
                        "rtp",
                        "stun");
    }
}
