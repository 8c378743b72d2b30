package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.address.ConnectAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpClientTest {
    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void aClientConnectsSpeaksIsAnsweredAndCloses(String host) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client(host, server.getLocalPort(), ConnectOptions.STANDARD);
            client.open(sink);
            Peer peer = sink.await(Event.Joined.class).peer();
            try (Socket other = server.accept()) {
                assertThat(peer)
                        .isEqualTo(new Peer(
                                1,
                                (InetSocketAddress) other.getRemoteSocketAddress(),
                                (InetSocketAddress) other.getLocalSocketAddress(),
                                Transport.TCP_OUT));
                assertThat(client.conversations().send(peer, new byte[] {1, 2, 3}, Origin.PERSON))
                        .isTrue();
                assertThat(other.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
                other.getOutputStream().write(new byte[] {4, 5});
                assertThat(sink.awaitBytes(peer, 2)).containsExactly(4, 5);
                client.close();
                assertThat(other.getInputStream().read()).isEqualTo(-1);
            }
            String target = new ConnectAddress(host, server.getLocalPort()).text();
            List<Event> events = sink.events();
            assertThat(events.get(0)).isEqualTo(new Event.Opened(peer.local(), TcpClient.KIND, target));
            assertThat(events.get(events.size() - 2)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
            assertThat(events.get(events.size() - 1)).isEqualTo(new Event.Closed(peer.local(), TcpClient.KIND, target));
        }
    }

    @Test
    void whenTheServerEndsItTheClientClosesItself() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            client("127.0.0.1", server.getLocalPort(), ConnectOptions.STANDARD).open(sink);
            Socket other = server.accept();
            other.getOutputStream().write("bye".getBytes());
            other.close();
            sink.await(Event.Closed.class);
            Peer peer = sink.await(Event.Joined.class).peer();
            assertThat(sink.bytesFrom(peer)).hasSize(3);
            assertThat(sink.awaitLeft(peer).why()).isEqualTo(Reason.HALF_CLOSED);
        }
    }

    @Test
    void readingGoesOnAfterFinishingSending() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client("127.0.0.1", server.getLocalPort(), ConnectOptions.STANDARD);
            client.open(sink);
            Peer peer = sink.await(Event.Joined.class).peer();
            try (Socket other = server.accept()) {
                assertThat(client.conversations().send(peer, new byte[1 << 20], Origin.PERSON))
                        .isTrue();
                client.conversations().finishSending(peer);
                client.conversations().finishSending(peer);
                assertThat(client.conversations().send(peer, new byte[1], Origin.PERSON))
                        .isFalse();
                assertThat(other.getInputStream().readAllBytes()).hasSize(1 << 20);
                sink.awaitNote(TcpNote.FINISHED_HERE);
                other.getOutputStream().write(new byte[100_000]);
                assertThat(sink.awaitBytes(peer, 100_000)).hasSize(100_000);
                assertThat(sink.all(Event.Left.class)).isEmpty();
            }
            assertThat(sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_BY_PEER, 0, ""));
            sink.await(Event.Closed.class);
            assertThat(sink.all(Event.Note.class)).containsExactly(TcpNote.FINISHED_HERE.about(peer));
        }
    }

    @Test
    void aServerThatHasFinishedSendingStillReceives() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().finishSending(peer);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.getOutputStream().write(7);
            assertThat(rig.sink.awaitBytes(peer, 1)).containsExactly(7);
            client.close();
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Reason.CLOSED_BY_PEER);
            assertThat(rig.sink.events(peer)).contains(TcpNote.FINISHED_HERE.about(peer));
        }
    }

    @Test
    void theClientConnectsFromTheRequestedAddressAndPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        InetSocketAddress from = new InetSocketAddress("127.0.0.2", port);
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client("127.0.0.1", server.getLocalPort(), ConnectOptions.STANDARD.withLocal(from));
            client.open(sink);
            try (Socket other = server.accept()) {
                assertThat(other.getRemoteSocketAddress()).isEqualTo(from);
            }
            client.close();
        }
    }

    @Test
    void keepAliveProbesAreSentUnlessTheyAreOff() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            SystemCalls usual = TcpLayers.of(TlsSides.NONE).over(SystemCalls.REAL);
            SystemCalls off = new TcpLayers(TlsSides.NONE, List.of(KeepAlive.OFF)).over(SystemCalls.REAL);
            try (Socket kept = new Dialer(to, ConnectOptions.STANDARD, usual)
                            .dial()
                            .socket();
                    Socket plain =
                            new Dialer(to, ConnectOptions.STANDARD, off).dial().socket()) {
                assertThat(kept.getKeepAlive()).isTrue();
                assertThat(plain.getKeepAlive()).isFalse();
            }
        }
    }

    @Test
    void aClosedClientCannotBeOpened() throws Exception {
        TcpClient client = client("127.0.0.1", 1, ConnectOptions.STANDARD);
        client.close();
        assertThatThrownBy(() -> client.open(sink)).hasMessage("opened or closed before");
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void aClientLeavesNoThreadBehind() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client("127.0.0.1", server.getLocalPort(), ConnectOptions.STANDARD.withReconnect());
            client.open(sink);
            client.conversations().send(sink.await(Event.Joined.class).peer(), new byte[1], Origin.PERSON);
            client.close();
            Awaitility.await()
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().contains("127.0.0.1:" + server.getLocalPort())
                                    || thread.getName().startsWith("peer ")));
        }
    }

    private static TcpClient client(String host, int port, ConnectOptions options) {
        return new TcpClient(new ConnectAddress(host, port), options, new AtomicInteger()::incrementAndGet);
    }
}
