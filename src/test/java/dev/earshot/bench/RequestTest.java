package dev.earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void withoutWordsItIsAllOfItThreeTimes() {
        assertThat(Request.parse()).isEqualTo(new Request(List.of(), List.of(), List.of(), Optional.empty(), 3, 30));
    }

    @Test
    void optionsMayStandAnywhere() {
        assertThat(Request.parse("edt", "-n", "7", "-p", "/opt/earshot", "rate", "-f", "a b", "-f", "c", "-m", "0.5"))
                .isEqualTo(new Request(
                        List.of("edt", "rate"),
                        List.of("a b", "c"),
                        List.of(),
                        Optional.of(Path.of("/opt/earshot")),
                        7,
                        0.5));
        assertThat(Request.parse("-j", "-XX:+UseSerialGC -Xmx512m").options())
                .containsExactly("-XX:+UseSerialGC", "-Xmx512m");
    }

    @Test
    void aPackageHasOptionsOfItsOwn() {
        assertThatThrownBy(() -> Request.parse("-p", "/opt/earshot", "-j", "-Xint"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a package has options of its own");
    }

    @Test
    void anOptionWithoutItsValueIsNoName() {
        assertThatThrownBy(() -> Request.parse("edt", "-p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-p lacks its value");
    }
}
