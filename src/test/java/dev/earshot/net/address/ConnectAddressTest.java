package dev.earshot.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.Bundles;
import dev.earshot.net.ConnectFailure;
import dev.earshot.net.HostLookup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectAddressTest {

    @ParameterizedTest
    @CsvSource({
        "example.com:80, example.com, 80",
        "' example.com:80 ', example.com, 80",
        "localhost:8080, localhost, 8080",
        "my_device.local.:502, my_device.local., 502",
        "10.0.0.8:1, 10.0.0.8, 1",
        "[::1]:80, ::1, 80",
        "[2001:DB8:0::1]:65535, 2001:db8::1, 65535",
        "设备.example:80, xn--srs139i.example, 80"
    })
    void parsesTypedAddresses(String text, String host, int port) throws Problem {
        ConnectAddress address = ConnectAddress.parse(text);
        assertThat(address).isEqualTo(new ConnectAddress(host, port));
        assertThat(ConnectAddress.parse(address.text())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'', host.port",
        "example.com, host.port",
        "[::1], host.port",
        ":80, host.empty",
        "http://example.com:80, host.scheme",
        "::1:80, address.brackets",
        "1.2.3:80, address.four",
        "010.0.0.1:80, address.zeros",
        "1:80, address.four",
        "１２７.0.0.1:80, address.fullwidth",
        "224.0.0.1:80, host.many",
        "255.255.255.255:80, host.many",
        "two words:80, host.name",
        "-x:80, host.name",
        "a..b:80, host.name",
        "host/path:80, host.name",
        "example.com:, port.empty",
        "example.com:0, port.range",
        "example.com:65536, port.range",
        "example.com:http, port.number",
        "[fe80::1]:80, address.zone.missing"
    })
    void refusesInvalidAddressesWithAReason(String text, String key) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ConnectAddress.parse(text));
        assertThat(problem.key()).isEqualTo("problem." + key);
        assertThat(Bundles.english(problem)).isNotBlank();
        assertThat(Bundles.chinese(problem)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"239.255.0.1:5000", "255.255.255.255:9", "[ff15::1]:9", "10.0.0.8:1"})
    void groupAddressesAreAcceptedForDatagrams(String text) throws Exception {
        ConnectAddress address = ConnectAddress.parseForDatagrams(text);
        assertThat(address.text()).isEqualTo(text);
        InetAddress found = new HostLookup().await(address.host(), 20_000).get(0);
        assertThat(Addresses.text(new InetSocketAddress(found, address.port()))).isEqualTo(text);
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        ConnectAddress address = new ConnectAddress("no-such-host.invalid", 1);
        UnknownHostException unknown =
                catchThrowableOfType(UnknownHostException.class, () -> new HostLookup().await(address.host(), 20_000));
        Problem problem = ConnectFailure.problem(address, unknown);
        assertThat(Bundles.english(problem)).isEqualTo("Cannot find host 'no-such-host.invalid'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "<html>", "x\u202Ey", "\uD800"})
    void alwaysShowsTypedTextEscaped(String text) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ConnectAddress.parse(text, "80"));
        assertThat(Bundles.english(problem)).doesNotContain("\u0000").doesNotContain("\u202E");
    }

    @Test
    void anyTextIsParsedOrRefusedInAFewWords() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String some = "0123456789.:[]%-_abcxyz设。：\u3000\u0000\u202E\uFF11/";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0x10000)
                                : some.charAt(random.nextInt(some.length())));
            }
            try {
                ConnectAddress.parse(text.toString());
            } catch (Problem problem) {
                assertThat(Bundles.english(problem)).as("seed %d", seed).hasSizeLessThanOrEqualTo(200);
            }
        }
    }
}
