package dev.earshot.tftp;

import static dev.earshot.tftp.FakeServer.data;
import static dev.earshot.tftp.FakeServer.part;
import static dev.earshot.tftp.Fetch.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests transfers over a network that loses, doubles, delays and reorders packets in both directions. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LossyNetworkTest {
    private static final int SERVER_TIMEOUT_MILLIS = 20;
    private static final byte[] FILE = bytes(512 * 30 + 100);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 30})
    void theFileIsWhole(int percent) throws Exception {
        long seed = System.nanoTime();
        try (FakeServer server = new FakeServer()) {
            FileRequest request =
                    new FileRequest(server.address(), "x", TransferMode.OCTET, 50, 100, 1 << 20, 512, false);
            Fetch fetch = new Fetch(request);
            LossyNetwork network = new LossyNetwork(server, new Random(seed), percent);
            CompletableFuture<Void> serving = CompletableFuture.runAsync(network::serve);
            assertThat(fetch.whole()).as("seed %d", seed).isTrue();
            assertThat(fetch.file.toByteArray()).as("seed %d", seed).isEqualTo(FILE);
            network.stopped = true;
            serving.join();
        }
    }

    /** A server that follows RFC 1350 and sends again after a timeout, behind a network that damages the traffic. */
    private static final class LossyNetwork {
        private final FakeServer server;
        private final Random random;
        private final int percent;
        private final Deque<byte[]> delayed = new ArrayDeque<>();
        private volatile boolean stopped;

        LossyNetwork(FakeServer server, Random random, int percent) {
            this.server = server;
            this.random = random;
            this.percent = percent;
        }

        void serve() {
            try {
                server.nextRequest();
                while (hasBadLuck()) {
                    server.nextRequest(); // the ones before were lost
                }
                server.transferSocket.setSoTimeout(SERVER_TIMEOUT_MILLIS);
                for (int block = 1; block <= 31 && !stopped; block++) {
                    send(block);
                    awaitAck(block);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private void awaitAck(int block) throws IOException {
            while (!stopped) {
                try {
                    TftpPacket answer = server.nextPacket();
                    if (answer.equals(new TftpPacket.Ack(block)) && !hasBadLuck()) {
                        return;
                    }
                } catch (SocketTimeoutException e) {
                    send(block);
                }
            }
        }

        private void send(int block) throws IOException {
            byte[] packet = data(block, part(FILE, block));
            if (hasBadLuck()) {
                delayed.add(packet);
                return;
            } else if (!hasBadLuck()) {
                server.send(packet);
            }
            if (hasBadLuck()) {
                server.send(packet);
            }
            if (!delayed.isEmpty() && hasBadLuck()) {
                server.send(delayed.poll());
            }
        }

        private boolean hasBadLuck() {
            return random.nextInt(100) < percent;
        }
    }
}
