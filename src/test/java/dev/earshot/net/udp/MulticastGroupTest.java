package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MulticastGroupTest {
    @ParameterizedTest
    @CsvSource({
        "239.1.2.3, 239.1.2.3",
        "' 239.1.2.3 ', 239.1.2.3",
        "239.1.2.3@eth0, 239.1.2.3@eth0",
        "239.1.2.3@ 192.168.1.5, 239.1.2.3@192.168.1.5",
        "ff02::1@eth0, ff02::1@eth0",
        "FF02:0::1%eth0, ff02::1@eth0",
        "[ff02::1%eth0], ff02::1@eth0",
        "[ff02::1]@eth0, ff02::1@eth0",
        "ff15::7701, ff15::7701"
    })
    void theTextOfAGroupCanBeParsed(String typed, String text) throws Problem {
        assertThat(MulticastGroup.parse(typed).text()).isEqualTo(text);
        assertThat(MulticastGroup.parse(MulticastGroup.parse(typed).text())).isEqualTo(MulticastGroup.parse(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'', problem.udp.group.empty",
        "'  ', problem.udp.group.empty",
        "10.0.0.1, problem.udp.group.other",
        "255.255.255.255, problem.udp.group.other",
        "fe80::1%eth0, problem.address.zone.missing",
        "2001:db8::1, problem.udp.group.other",
        "239.1.2.3@, problem.udp.group.on",
        "239.1.2.3:5000, problem.address.port",
        "239.1.2, problem.address.four",
        "239.001.2.3, problem.address.zeros",
        "example.com, problem.address.four"
    })
    void anInvalidGroupIsRefused(String typed, String key) {
        assertThatThrownBy(() -> MulticastGroup.parse(typed))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(key + " ");
    }

    @Test
    void anyTextIsParsedOrRefused() {
        for (String part : new String[] {"239", ".", "@", "%", "[", "]", "ff", ":", "\u0000", "e", "\uD83D"}) {
            for (String other : new String[] {"239.1.2.3", "@", "", "ff02::1", "%%", "]["}) {
                for (String text : new String[] {part + other, other + part, other + part + other}) {
                    try {
                        MulticastGroup.parse(text);
                    } catch (Problem e) {
                        assertThat(e.key()).startsWith("problem.");
                    }
                }
            }
        }
    }
}
