package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.address.ConnectAddress;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a proxy in between does not change the reported bytes (matrix row B17). */
class TcpThroughProxyTest {
    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @CsvSource({"1, 0, 1500", "1, 1, 300", "7, 0, 20000", "100000, 0, 1000000"})
    void slicesAndPausesDoNotChangeTheBytes(int slice, int pauseMillis, int size) throws Exception {
        byte[] bytes = bytes(size);
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client(server.getLocalPort());
            client.open(sink);
            try (Socket other = server.accept()) {
                other.setTcpNoDelay(true);
                OutputStream out = other.getOutputStream();
                for (int at = 0; at < size; at += slice) {
                    out.write(bytes, at, Math.min(slice, size - at));
                    LockSupport.parkNanos(pauseMillis * 1_000_000L);
                }
            }
            sink.await(Event.Closed.class);
        }
        assertThat(sink.bytesFrom(sink.await(Event.Joined.class).peer())).isEqualTo(bytes);
    }

    @Test
    void allBytesBeforeACutArriveThroughADelay() throws Exception {
        byte[] bytes = bytes(50_000);
        try (ServerSocket server = new ServerSocket(0)) {
            RelayOptions.Path back = new RelayOptions.Path(30, 12_345);
            RelayOptions options = RelayOptions.STANDARD.with(RelayOptions.Path.PLAIN, back);
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            Relay proxy = new Relay(Rig.listen("127.0.0.1", 0), to, options, new AtomicInteger()::incrementAndGet);
            proxy.open(new RecordingSink());
            client(proxy.local().getPort()).open(sink);
            try (Socket other = server.accept()) {
                other.getOutputStream().write(bytes);
                sink.await(Event.Closed.class);
            }
            proxy.close();
        }
        Peer peer = sink.await(Event.Joined.class).peer();
        assertThat(sink.bytesFrom(peer)).isEqualTo(Arrays.copyOf(bytes, 12_345));
        assertThat(sink.awaitLeft(peer).why()).isEqualTo(Reason.HALF_CLOSED);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(17).nextBytes(bytes);
        return bytes;
    }

    private static TcpClient client(int port) {
        ConnectAddress to = new ConnectAddress("127.0.0.1", port);
        TimeLimits brief = new TimeLimits(new HalfClose(50, 50), 300, 60_000, 1_000);
        AtomicInteger ids = new AtomicInteger();
        ConnectOptions once = ConnectOptions.STANDARD;
        return new TcpClient(to, once, ids::incrementAndGet, brief, SystemCalls.REAL, Backoff.STANDARD);
    }
}
