package dev.earshot.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests that servers, clients and relays take all their sockets from one factory, as encryption would need it. */
class TcpSocketsTest {
    private static final int MASK = 0x55;
    private static final byte[] HELLO = "hello".getBytes(US_ASCII);

    private final AtomicInteger ids = new AtomicInteger();

    /** A socket that changes every byte on the network. */
    private static final class MaskedSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    mask(buffer, offset, read);
                    return read;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    byte[] masked = buffer.clone();
                    mask(masked, offset, length);
                    out.write(masked, offset, length);
                }
            };
        }
    }

    private static void mask(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            bytes[i] ^= MASK;
        }
    }

    /** Makes masked sockets, and records which of them carry conversations. */
    private static final class Masked implements SystemCalls {
        private final List<String> spokenOver = new CopyOnWriteArrayList<>();

        @Override
        public ServerSocket serverSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket masked = new MaskedSocket();
                    implAccept(masked);
                    return masked;
                }
            };
        }

        @Override
        public Socket clientSocket() {
            return new MaskedSocket();
        }

        @Override
        public TcpStream accepted(Socket connection) {
            spokenOver.add("accepted");
            return TcpStream.plain(connection);
        }

        @Override
        public TcpStream connected(Socket connection, ConnectAddress to) {
            spokenOver.add("connected to " + to.host());
            return TcpStream.plain(connection);
        }
    }

    @Test
    void aServerUsesTheSocketsOfItsFactory() throws Exception {
        Masked sockets = new Masked();
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), sockets)) {
            Socket client = rig.connect();
            byte[] masked = HELLO.clone();
            mask(masked, 0, masked.length);
            client.getOutputStream().write(masked);
            Peer peer = rig.peer(client);
            assertThat(rig.sink.awaitBytes(peer, HELLO.length)).isEqualTo(HELLO);
            rig.server.conversations().send(peer, HELLO, Origin.PERSON);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(masked);
            assertThat(sockets.spokenOver).containsExactly("accepted");
        }
    }

    @Test
    void clientAndRelayUseTheSocketsOfTheirFactory() throws Exception {
        Masked sockets = new Masked();
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), sockets)) {
            RecordingSink ofRelay = new RecordingSink();
            Relay relay = new Relay(
                    Rig.listen("127.0.0.1", 0),
                    to(rig.address),
                    RelayOptions.STANDARD,
                    ids::incrementAndGet,
                    Rig.LIMITS,
                    sockets);
            relay.open(ofRelay);
            RecordingSink ofClient = new RecordingSink();
            TcpClient client = new TcpClient(
                    to(relay.local()),
                    ConnectOptions.STANDARD,
                    ids::incrementAndGet,
                    Rig.LIMITS,
                    sockets,
                    Backoff.STANDARD);
            client.open(ofClient);
            client.conversations().send(ofClient.await(Event.Joined.class).peer(), HELLO, Origin.PERSON);

            Peer in = ofRelay.await(Event.Joined.class, joined -> joined.peer().transport() == Transport.TCP_IN)
                    .peer();
            assertThat(ofRelay.awaitBytes(in, HELLO.length)).isEqualTo(HELLO);
            Peer last = rig.sink.await(Event.Joined.class).peer();
            assertThat(rig.sink.awaitBytes(last, HELLO.length)).isEqualTo(HELLO);
            assertThat(sockets.spokenOver)
                    .containsExactlyInAnyOrder(
                            "connected to 127.0.0.1", "accepted", "connected to 127.0.0.1", "accepted");
            client.close();
            relay.close();
        }
    }

    @Test
    void aConnectionThatTheFactoryRefusesIsClosedAndTheNextIsServed() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        SystemCalls sockets = new SystemCalls() {
            @Override
            public TcpStream accepted(Socket connection) throws IOException {
                if (accepted.getAndIncrement() == 0) {
                    throw new IOException("no key");
                }
                return TcpStream.plain(connection);
            }
        };
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), sockets)) {
            assertThat(rig.connect().getInputStream().read()).isEqualTo(-1);
            rig.peer(rig.connect());
            assertThat(rig.sink.all(Event.Note.class)).isEmpty();
        }
    }

    private static ConnectAddress to(InetSocketAddress address) {
        return new ConnectAddress("127.0.0.1", address.getPort());
    }
}
