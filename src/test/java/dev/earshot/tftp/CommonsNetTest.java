package dev.earshot.tftp;

import static dev.earshot.tftp.FakeServer.data;
import static dev.earshot.tftp.FakeServer.error;
import static dev.earshot.tftp.FakeServer.part;
import static dev.earshot.tftp.Fetch.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.tftp.TftpPacket.Ack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Why Earshot has a client of its own: what the one of Apache Commons Net does where ours has to do something else. Each
 * of these has its counterpart in the tests of our own. When one of them fails, that library is to be looked at again.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CommonsNetTest {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private CompletableFuture<Long> fetch(FakeServer server, int mode, int timeoutMillis) {
        return CompletableFuture.supplyAsync(() -> {
            TFTPClient client = new TFTPClient();
            client.setDefaultTimeout(Duration.ofMillis(timeoutMillis));
            client.setMaxTimeouts(3);
            try {
                client.open();
                InetAddress host = InetAddress.getByName("127.0.0.1");
                client.receiveFile("x", mode, file, host, server.well.getLocalPort());
                return client.getTotalBytesReceived();
            } catch (IOException e) {
                throw new CompletionException(e);
            } finally {
                client.close();
            }
        });
    }

    @Test
    void aLostRequestIsNeverSentAgain() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, 50);
            server.asked();
            assertThatThrownBy(transfer::join).hasMessageContaining("Connection timed out");
            server.well.setSoTimeout(1);
            assertThatThrownBy(server::asked).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aBlockThatIsTooLongIsCutAndTakenForWhole() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.asked();
            server.sends(data(1, bytes(600)));
            assertThat(server.hears()).isEqualTo(new Ack(1));
            server.sends(data(2, bytes(1)));
            assertThat(transfer.join()).as("no error").isEqualTo(513);
        }
    }

    @Test
    void twoBytesOfAStrangerEndTheTransfer() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.asked();
            server.sends(data(1, bytes(512)));
            server.hears();
            server.sends(stranger, new byte[] {0, 9});
            assertThatThrownBy(transfer::join).hasMessageContaining("Bad packet");
        }
    }

    @Test
    void anotherHostThatAnswersFirstIsBelieved() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.asked();
            server.sends(stranger, data(1, "forged".getBytes(US_ASCII)));
            assertThat(transfer.join()).isEqualTo(6);
            assertThat(file.toString(US_ASCII)).isEqualTo("forged");
        }
    }

    @Test
    void aDuplicateCostsTheBlockBehindItAndIsCountedAsProgress() throws Exception {
        byte[] whole = bytes(600);
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.asked();
            server.sends(data(1, part(whole, 1)));
            assertThat(server.hears()).isEqualTo(new Ack(1));
            server.sends(data(1, part(whole, 1)));
            server.sends(data(2, part(whole, 2)));
            assertThat(server.hears()).as("and not of block 2").isEqualTo(new Ack(1));
            server.sends(data(2, part(whole, 2)));
            assertThat(transfer.join()).isEqualTo(600 + 512);
        }
    }

    @Test
    void theCodeOfAnErrorIsOnlyInASentence() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.asked();
            server.sends(error(1, "gone"));
            assertThatThrownBy(transfer::join)
                    .cause()
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("Error code 1 received: gone");
        }
    }

    @Test
    void aCarriageReturnOfNetasciiKeepsItsZeroByte() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.ASCII_MODE, Fetch.NEVER);
            server.asked();
            server.sends(data(1, "a\r\0b".getBytes(US_ASCII)));
            transfer.join();
            assertThat(file.toString(US_ASCII)).isEqualTo("a\r\0b");
        }
    }
}
