package dev.earshot.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.Bundles;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.TcpServer;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    private static final String NOT_A_NUMBER = "Port must be a whole number from 1 to 65535.";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t\n"})
    void anEmptyAddressSaysWhatToChoose(String typed) {
        assertThat(refused(typed, "80"))
                .isEqualTo("Enter an IP address, or choose 127.0.0.1 (this computer) or 0.0.0.0 (every interface).");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 127.0.0.1", "127.0.0.1\t", "\u00A0127.0.0.1\u3000", "127.0.0.1\r\n"})
    void spaceAroundIsTrimmed(String typed) throws Problem {
        assertThat(ListenAddress.parse(typed, " 8080\n").text()).isEqualTo("127.0.0.1:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.1.1.1",
                "192.168.1.999",
                "1.2.3",
                "1.2.3.4.5",
                "127.1",
                "1",
                "2130706433",
                "0x7f.0.0.1",
                "-1.0.0.1",
                "127..0.1",
                "example.org",
                "本机",
                "127.0. 0.1",
                "１２７.0.0",
                "99999999999.0.0.1",
                "١٢٧.0.0.1"
            })
    void anIpv4AddressNeedsFourNumbers(String typed) {
        assertThat(refused(typed, "80"))
                .isEqualTo("'" + typed + "' is not an IPv4 address: use four numbers from 0 to 255 separated by dots.");
    }

    @ParameterizedTest
    @CsvSource({"010.0.0.1,10.0.0.1", "08.08.08.08,8.8.8.8", "0177.0.0.1,177.0.0.1", "00.0.0.0,0.0.0.0"})
    void leadingZerosAreNotGuessedAbout(String typed, String meant) {
        assertThat(refused(typed, "80")).isEqualTo("'" + typed + "' has leading zeros; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"１２７.0.0.1", "127。0。0。1", "１２７．０．０．１", "127｡0.0.1"})
    void fullWidthCharactersAreNamedWithTheirAsciiForm(String typed) {
        assertThat(refused(typed, "80")).isEqualTo("'" + typed + "' uses full-width characters; use 127.0.0.1.");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:5000,127.0.0.1,5000",
        "tcp://127.0.0.1,127.0.0.1,''",
        "tcp://127.0.0.1:5000/,127.0.0.1,5000",
        "[::1]:5000,[::1],5000"
    })
    void aPortInTheAddressFieldIsRefusedWithBothParts(String typed, String address, String port) {
        Problem problem = problem(typed, "80");
        assertThat(Bundles.english(problem)).isEqualTo("Put the port in the Port field.");
        assertThat(problem.arguments()).containsExactly(typed, address, port);
    }

    @Test
    void typedTextIsShownCutAndWithVisibleControls() {
        assertThat(problem("x\0y\u202Ez", "80").arguments()).containsExactly("x\\x00y\\u202Ez");
        String shown = (String) problem("9".repeat(10_000), "80").arguments().get(0);
        assertThat(shown).isEqualTo("9".repeat(39) + "…");
        assertThat(InputText.shown("9".repeat(40))).isEqualTo("9".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"224.0.0.1", "239.1.1.1", "ff02::1"})
    void multicastCannotBeListenedOn(String typed) {
        assertThat(refused(typed, "80"))
                .isEqualTo(typed + " is a multicast address and cannot be listened on with TCP.");
    }

    @Test
    void broadcastCannotBeListenedOn() {
        assertThat(refused("255.255.255.255", "80"))
                .isEqualTo("255.255.255.255 is a broadcast address and cannot be listened on with TCP.");
    }

    @ParameterizedTest
    @CsvSource({
        "::1,[::1]:80",
        "[::1],[::1]:80",
        "::ffff:127.0.0.1,127.0.0.1:80",
        "::,[::]:80",
        "FD00:0:0:0:0:0:0:2,[fd00::2]:80",
        "LOCALHOST,127.0.0.1:80",
        "0.0.0.0,0.0.0.0:80"
    })
    void equalAddressesAreShownInOneForm(String typed, String text) throws Problem {
        ListenAddress address = ListenAddress.parse(typed, "80");
        assertThat(address.text()).isEqualTo(text);
        assertThat(address).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1::", "1:2:3", ":", "::g", "[::1", "::1]", "::ffff:1.2.3.4:5", ".::1", "a:"})
    void anInvalidIpv6AddressIsRefused(String typed) {
        assertThat(refused(typed, "80")).startsWith("'" + typed + "' is not an IPv6 address");
    }

    @Test
    void aLinkLocalAddressNeedsAnInterfaceThatExists() throws Exception {
        assertThat(refused("fe80::1", "80"))
                .isEqualTo("Add the interface, for example fe80::1%" + LocalAddresses.exampleZone() + ".");
        assertThat(refused("fe80::1%none", "80")).isEqualTo("No interface named none.");
        assertThat(refused("fe80::1%", "80")).isEqualTo("No interface named .");
    }

    @Test
    void everyListedLocalAddressCanBeParsed() throws Exception {
        for (String address : LocalAddresses.all()) {
            assertThat(ListenAddress.parse(address, "0").host()).isEqualTo(address);
        }
        assertThat(LocalAddresses.all()).startsWith("127.0.0.1", "0.0.0.0").contains("::1", "::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u3000"})
    void anEmptyPortAsksForOne(String typed) {
        assertThat(refused("127.0.0.1", typed)).isEqualTo("Enter a port from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "2147483648", "99999999999999999999", "-0"})
    void aPortOutOfRangeIsNamed(String typed) {
        assertThat(refused("127.0.0.1", typed)).isEqualTo("Port must be from 1 to 65535; you entered " + typed + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "80a", "8 080", "8,080", "80.0", "0x50", "1e3", "+80", "\u200B80", "-", "－1"})
    void aPortIsAWholeNumber(String typed) {
        assertThat(refused("127.0.0.1", typed)).isEqualTo(NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"８０８０,8080", "٨٠٨٠,8080", "00080,80", "0,0", "000,0", "65535,65535", "１,1"})
    void aPortInOtherDigitsOrWithLeadingZerosIsAccepted(String typed, int port) throws Problem {
        assertThat(ListenAddress.parse("127.0.0.1", typed).port()).isEqualTo(port);
    }

    @Test
    void aProblemPointsToTheMistake() {
        assertThat(problem("127.0.0.1", " 80a").position()).isEqualTo(3);
        assertThat(problem("  1.2", "80").position()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "8080,127.0.0.1:8080",
        ":8080,127.0.0.1:8080",
        "0,127.0.0.1:0",
        "0.0.0.0:80,0.0.0.0:80",
        "[::1]:8080,[::1]:8080",
        "' localhost:8080 ',127.0.0.1:8080",
        "127.0.0.1:８０,127.0.0.1:80"
    })
    void theTerminalFormIsAddressAndPort(String typed, String text) throws Problem {
        assertThat(ListenAddress.parse(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1|'127.0.0.1' has no port; write it behind a colon, for example 127.0.0.1:8080.",
                "[::1]|'[::1]' has no port; write it behind a colon, for example [::1]:8080.",
                "::1:80|'::1:80': put an IPv6 address in brackets, for example [::1]:8080.",
                "[::1]80|'[::1]80': put an IPv6 address in brackets, for example [::1]:8080.",
                "tcp://127.0.0.1:80|'tcp://127.0.0.1:80': leave out the part up to ://, for example 127.0.0.1:8080.",
                "127.0.0.1：80|'127.0.0.1：80' uses full-width characters; use 127.0.0.1:80.",
                "127.0.0.1:|Enter a port from 1 to 65535.",
                "abc|Port must be a whole number from 1 to 65535.",
                "010.0.0.1:80|'010.0.0.1' has leading zeros; did you mean 10.0.0.1?"
            })
    void theTerminalFormSaysWhatIsWrong(String typed, String words) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ListenAddress.parse(typed));
        assertThat(Bundles.english(problem)).isEqualTo(words);
    }

    @Test
    void aForeignAddressIsRefusedWithAListOfOurs() throws Exception {
        ListenAddress elsewhere = ListenAddress.parse("8.8.8.8", "0");
        IOException refused =
                catchThrowableOfType(IOException.class, () -> new TcpServer(elsewhere, () -> 1).open(event -> {}));
        assertThat(failed(elsewhere, refused))
                .startsWith("This computer has no address 8.8.8.8. Available: 127.0.0.1, 0.0.0.0");
    }

    @Test
    void refusalsOfPortsHaveTheirOwnWords() throws Exception {
        BindException denied = new BindException("Permission denied");
        assertThat(failed(ListenAddress.parse("127.0.0.1", "80"), denied))
                .isEqualTo("Port 80 needs administrator rights; use 1024 or above.");
        assertThat(failed(ListenAddress.parse("127.0.0.1", "5000"), new BindException("Address already in use: bind")))
                .isEqualTo("Port 5000 is already in use on 127.0.0.1.");
        assertThat(failed(ListenAddress.parse("::1", "5000"), denied))
                .isEqualTo("Cannot listen on [::1]:5000: Permission denied");
    }

    @Test
    void anyTextIsParsedOrIsAShortProblemInBothLanguages() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            String typed = text(random);
            check(seed, typed, catchProblem(seed, typed, () -> ListenAddress.parse(typed, "80")));
            check(seed, typed, catchProblem(seed, typed, () -> ListenAddress.parse("127.0.0.1", typed)));
            check(seed, typed, catchProblem(seed, typed, () -> ListenAddress.parse(typed)));
        }
    }

    private interface Parse {
        Object run() throws Problem;
    }

    private static Problem catchProblem(long seed, String typed, Parse parse) {
        try {
            parse.run();
            return null;
        } catch (Problem e) {
            return e;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", typed " + InputText.shown(typed), e);
        }
    }

    private static void check(long seed, String typed, Problem problem) {
        if (problem == null) {
            return;
        }
        for (String words : List.of(Bundles.english(problem), Bundles.chinese(problem))) {
            if (words.isBlank() || words.length() > 200 || words.contains("{") && !typed.contains("{")) {
                throw new AssertionError("seed " + seed + ", typed " + typed + ": " + words);
            }
        }
    }

    /** Makes random text; half of its characters belong to addresses, because plain noise is refused too early. */
    private static String text(Random random) {
        String alphabet = "0123456789abcdef.:%[]-/ ０１．：。٣\u00A0\u3000";
        boolean near = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(100) == 0 ? 2_000 : 24);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(near ? alphabet.charAt(random.nextInt(alphabet.length())) : random.nextInt(0x110000));
        }
        return text.toString();
    }

    private static String failed(ListenAddress address, IOException error) {
        return Bundles.english(ListenFailure.problem(address, error));
    }

    private static String refused(String address, String port) {
        return Bundles.english(problem(address, port));
    }

    private static Problem problem(String address, String port) {
        return catchThrowableOfType(Problem.class, () -> ListenAddress.parse(address, port));
    }
}
