package dev.earshot.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.0/24, 192.168.1.77, true",
        "192.168.1.0/24, 192.168.2.77, false",
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.4/30, 10.0.0.7, true",
        "10.0.0.4/30, 10.0.0.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "::1, ::1, true",
        "fe80::/10, fe80::1:2, true",
        "fe80::/10, ff02::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, 10.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "::ffff:10.0.0.0/104, 10.1.2.3, true",
        "::ffff:10.0.0.7, 10.0.0.7, true",
        "localhost, 127.0.0.1, true"
    })
    void rangesContainTheAddressesThatShareTheirFirstBits(String range, String address, boolean contained)
            throws Exception {
        AddressRange parsed = AddressRange.parse(range);
        assertThat(parsed.contains(InetAddress.getByName(address))).isEqualTo(contained);
        assertThat(AddressRange.parse(parsed.toString())).isEqualTo(parsed);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, problem.address.four",
        "10.0.0, problem.address.four",
        "010.0.0.1, problem.address.zeros",
        "10.0.0.0/33, problem.range.bits",
        "10.0.0.0/, problem.range.bits",
        "10.0.0.0/8/8, problem.range.bits",
        "::/129, problem.range.bits",
        "::ffff:10.0.0.0/24, problem.range.bits",
        "10.0.0.5/24, problem.range.host",
        "1:2, problem.address.six"
    })
    void namesAndWrongRangesAreRefusedWithWords(String typed, String problem) {
        assertThat(catchThrowableOfType(Problem.class, () -> AddressRange.parse(typed))
                        .key())
                .isEqualTo(problem);
    }

    @Test
    void aListHasCommasOrBlanksAndMayBeEmpty() throws Exception {
        assertThat(AddressFilter.parseList(" ")).isEmpty();
        assertThat(AddressFilter.parseList("10.0.0.7, ::1 10.1.0.0/16\uFF0C1.2.3.4"))
                .extracting(AddressRange::toString)
                .containsExactly("10.0.0.7", "::1", "10.1.0.0/16", "1.2.3.4");
    }

    @Test
    void deniedAddressesMayNotConnectEvenIfTheyAreAllowed() throws Exception {
        AddressFilter filter =
                new AddressFilter(AddressFilter.parseList("10.0.0.0/8"), AddressFilter.parseList("10.0.0.7"));
        assertThat(filter.admits(InetAddress.getByName("10.0.0.8"))).isTrue();
        assertThat(filter.admits(InetAddress.getByName("10.0.0.7"))).isFalse();
        assertThat(filter.admits(InetAddress.getByName("192.168.0.1"))).isFalse();
        AddressFilter allBut = new AddressFilter(List.of(), AddressFilter.parseList("10.0.0.7"));
        assertThat(allBut.admits(InetAddress.getByName("192.168.0.1"))).isTrue();
        assertThat(allBut.admits(InetAddress.getByName("10.0.0.7"))).isFalse();
    }
}
