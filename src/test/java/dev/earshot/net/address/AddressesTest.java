package dev.earshot.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1,::1",
        "0:0:0:0:0:0:0:0,::",
        "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "2001:DB8:0:0:0:0:0:0,2001:db8::",
        "192.168.0.1,192.168.0.1"
    })
    void ipv6IsWrittenShort(String long_, String short_) throws Exception {
        assertThat(Addresses.text(InetAddress.getByName(long_))).isEqualTo(short_);
    }

    @Test
    void aPortFollowsAColonAndIpv6StandsInBrackets() throws Exception {
        assertThat(Addresses.text(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 52344)))
                .isEqualTo("127.0.0.1:52344");
        assertThat(Addresses.text(new InetSocketAddress(InetAddress.getByName("::1"), 52344)))
                .isEqualTo("[::1]:52344");
    }

    @Test
    void aZoneIsKept() throws Exception {
        byte[] bytes = InetAddress.getByName("fe80::1").getAddress();
        assertThat(Addresses.text(Inet6Address.getByAddress(null, bytes, 3))).isEqualTo("fe80::1%3");
    }

    @Test
    void everyAddressOfAnInterfaceIsOneOfThisComputer() throws Exception {
        assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .isNotEmpty()
                .allMatch(LocalAddresses::contains);
        assertThat(LocalAddresses.contains(InetAddress.getByName("127.7.7.7"))).isTrue();
        for (String other : new String[] {"198.51.100.7", "0.0.0.0", "255.255.255.255", "239.1.2.3", "2001:db8::7"}) {
            assertThat(LocalAddresses.contains(InetAddress.getByName(other)))
                    .as(other)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:52344, 127.0.0.1, 52344", "[2001:db8::7]:9, 2001:db8::7, 9", "/dev/ttyUSB0, /dev/ttyUSB0, 0"
    })
    void aTextIsReadAsTheSameAddress(String text, String host, int port) {
        SocketAddress address = Addresses.parse(text);
        assertThat(Addresses.text(address)).isEqualTo(text);
        assertThat(Addresses.host(address)).isEqualTo(host);
        assertThat(Addresses.port(address)).isEqualTo(port);
        assertThat(Addresses.parse(text)).isEqualTo(address).hasSameHashCodeAs(address);
        assertThat(Addresses.ip(address) == null).isEqualTo(port == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "\u202Eback", "127.0.0.1:x"})
    void whatIsNoAddressIsNotRead(String text) {
        assertThatThrownBy(() -> Addresses.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatIsTooLongIsNotRead() {
        assertThat(Addresses.text(Addresses.parse("x".repeat(NamedAddress.MOST))))
                .hasSize(NamedAddress.MOST);
        assertThatThrownBy(() -> Addresses.parse("x".repeat(NamedAddress.MOST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areSortedByNumbersAndNamesComeLast() {
        String[] sorted = {"9.0.0.1:80", "10.0.0.1:9", "10.0.0.1:10", "192.168.0.1:1", "[::1]:1", "COM1", "COM2"};
        assertThat(Stream.of(sorted).sorted(Comparator.reverseOrder()).sorted(AddressesTest::compare))
                .containsExactly(sorted);
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(
                Addresses.sortKey(Addresses.parse(one)), Addresses.sortKey(Addresses.parse(other)));
    }

    @Test
    void anUnresolvedNameIsShownUnchanged() {
        assertThat(Addresses.text(InetSocketAddress.createUnresolved("device.example", 80)))
                .isEqualTo("device.example:80");
    }
}
