package dev.earshot.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the input for a download: the server, the file and the limits. */
class FileRequestTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1:69",
        "10.0.0.1:6969, 10.0.0.1:6969",
        "boot, boot:69",
        "Boot-2.local:70, Boot-2.local:70",
        "bücher.example, xn--bcher-kva.example:69",
        "localhost, localhost:69",
        "::1, [::1]:69",
        "[::1], [::1]:69",
        "[::1]:6969, [::1]:6969",
    })
    void aServerIsNamedWithOrWithoutAPort(String typed, String text) throws Exception {
        assertThat(ConnectAddress.parse(typed, FileRequest.PORT).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tftp://boot/x   | problem.host.scheme
        boot:0          | problem.port.range
        boot:65536      | problem.port.range
        boot:           | problem.port.empty
        boot:x          | problem.port.number
        :69             | problem.host.empty
        1               | problem.address.four
        127.1           | problem.address.four
        10.0.0.256      | problem.address.four
        [::g]           | problem.address.six
        a b             | problem.host.name
        a/b             | problem.host.name
        """)
    void anInvalidServerIsRefused(String typed, String key) {
        assertThat(catchThrowableOfType(Problem.class, () -> ConnectAddress.parse(typed, FileRequest.PORT))
                        .key())
                .isEqualTo(key);
    }

    @Test
    void aNameTooLongForARequestIsRefusedWithTheGreatestLength() throws Exception {
        assertThat(refused(file(""))).isEqualTo("problem.tftp.file.empty");
        assertThat(refused(file("a\0b"))).isEqualTo("problem.tftp.file.zero");
        Problem tooLong =
                catchThrowableOfType(Problem.class, () -> file("x".repeat(600)).check());
        assertThat(tooLong.key()).isEqualTo("problem.tftp.file.long");
        int room = (Integer) tooLong.arguments().get(1);
        assertThatCode(() -> file("x".repeat(room)).check()).doesNotThrowAnyException();
        assertThat(refused(file("x".repeat(room + 1)))).isEqualTo("problem.tftp.file.long");
        assertThat(refused(file("中".repeat(room / 3 + 1)))).isEqualTo("problem.tftp.file.long");
    }

    @ParameterizedTest
    @CsvSource({
        "49, 5, 512, timeout",
        "60001, 5, 512, timeout",
        "50, -1, 512, retries",
        "50, 101, 512, retries",
        "50, 5, 7, block.size",
        "50, 5, 65401, block.size"
    })
    void limitsOutOfRangeAreRefused(int timeout, int retries, int blockSize, String key) throws Exception {
        ConnectAddress server = ConnectAddress.parse("boot", FileRequest.PORT);
        FileRequest request = new FileRequest(server, "x", TransferMode.OCTET, timeout, retries, 1, blockSize, true);
        assertThat(refused(request)).isEqualTo("problem.tftp." + key);
    }

    private static FileRequest file(String name) throws Problem {
        return FileRequest.of(ConnectAddress.parse("boot", FileRequest.PORT), name);
    }

    private static String refused(FileRequest request) {
        return catchThrowableOfType(Problem.class, request::check).key();
    }
}
