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
 * Shows the faults of the client of Apache Commons Net, which are the reasons for a client of our own. Our own tests
 * check the opposite of each. When one of these tests fails, look at that library again.
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
                client.receiveFile("x", mode, file, host, server.requestSocket.getLocalPort());
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
            server.nextRequest();
            assertThatThrownBy(transfer::join).hasMessageContaining("Connection timed out");
            server.requestSocket.setSoTimeout(1);
            assertThatThrownBy(server::nextRequest).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aBlockThatIsTooLongIsCutAndAccepted() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.nextRequest();
            server.send(data(1, bytes(600)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(data(2, bytes(1)));
            assertThat(transfer.join()).as("no error").isEqualTo(513);
        }
    }

    @Test
    void twoBytesOfAStrangerEndTheTransfer() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.nextRequest();
            server.send(data(1, bytes(512)));
            server.nextPacket();
            server.send(stranger, new byte[] {0, 9});
            assertThatThrownBy(transfer::join).hasMessageContaining("Bad packet");
        }
    }

    @Test
    void anotherHostThatAnswersFirstIsAccepted() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.nextRequest();
            server.send(stranger, data(1, "forged".getBytes(US_ASCII)));
            assertThat(transfer.join()).isEqualTo(6);
            assertThat(file.toString(US_ASCII)).isEqualTo("forged");
        }
    }

    @Test
    void aDuplicateLosesTheNextBlockAndIsCountedAsProgress() throws Exception {
        byte[] whole = bytes(600);
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.nextRequest();
            server.send(data(1, part(whole, 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(data(1, part(whole, 1)));
            server.send(data(2, part(whole, 2)));
            assertThat(server.nextPacket()).as("and not of block 2").isEqualTo(new Ack(1));
            server.send(data(2, part(whole, 2)));
            assertThat(transfer.join()).isEqualTo(600 + 512);
        }
    }

    @Test
    void theCodeOfAnErrorIsOnlyInTheMessage() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CompletableFuture<Long> transfer = fetch(server, TFTP.BINARY_MODE, Fetch.NEVER);
            server.nextRequest();
            server.send(error(1, "gone"));
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
            server.nextRequest();
            server.send(data(1, "a\r\0b".getBytes(US_ASCII)));
            transfer.join();
            assertThat(file.toString(US_ASCII)).isEqualTo("a\r\0b");
        }
    }
}
