package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void anUnresolvedNameIsShownUnchanged() {
        assertThat(Addresses.text(InetSocketAddress.createUnresolved("device.example", 80)))
                .isEqualTo("device.example:80");
    }
}
