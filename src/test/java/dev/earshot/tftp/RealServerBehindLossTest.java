package dev.earshot.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.udp.LossyDatagrams;
import dev.earshot.net.udp.LossyDatagrams.Rates;
import dev.earshot.tftp.RealServer.Kind;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of another program's server are whole though the network loses, doubles and reorders packets (matrix row B19).
 */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class RealServerBehindLossTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "0, 30, 0", "0, 0, 10", "10, 10, 10"})
    void theFileIsWhole(int lost, int doubled, int reordered) throws Exception {
        byte[] file = Fetch.bytes(512 * 20 + 100);
        Files.write(folder.resolve("fw.bin"), file);
        long seed = System.nanoTime();
        try (RealServer server = new RealServer(Kind.TFTPD_HPA, folder);
                LossyDatagrams network = new LossyDatagrams(
                        new InetSocketAddress(
                                server.address().host(), server.address().port()),
                        new Rates(lost, doubled, reordered),
                        seed)) {
            ConnectAddress address =
                    new ConnectAddress("127.0.0.1", network.address().getPort());
            Fetch fetch =
                    new Fetch(new FileRequest(address, "fw.bin", TransferMode.OCTET, 100, 100, 1 << 20, 512, false));
            assertThat(fetch.whole()).as("seed %d", seed).isTrue();
            assertThat(fetch.file.toByteArray()).as("seed %d", seed).isEqualTo(file);
        }
    }
}
