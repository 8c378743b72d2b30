package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.address.ConnectAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TcpReconnectTest {
    private static final Backoff BRIEF = new Backoff(1, 8, 60_000);

    private final RecordingSink sink = new RecordingSink();

    @Test
    void eachConnectionThatEndsIsFollowedByAnotherPeer() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client(server.getLocalPort(), BRIEF);
            client.open(sink);
            for (int i = 1; i <= 3; i++) {
                int id = i;
                Socket other = server.accept();
                other.getOutputStream().write(i);
                Peer peer = sink.await(
                                Event.Joined.class, joined -> joined.peer().id() == id)
                        .peer();
                assertThat(sink.awaitBytes(peer, 1)).containsExactly(i);
                if (i == 1) {
                    other.close();
                } else {
                    Rig.reset(other);
                }
                sink.awaitLeft(peer);
            }
            sink.await(Event.Note.class, note -> note.kind() == TcpNote.RECONNECTING);
            client.close();
            assertThat(sink.all(Event.Opened.class)).hasSize(1);
            assertThat(sink.all(Event.Closed.class)).hasSize(1);
            assertThat(sink.events()).last().isInstanceOf(Event.Closed.class);
        }
    }

    @Test
    void anAbsentServerIsTriedAgainAndEachFailureIsReported() throws Exception {
        int port = freePort();
        TcpClient client = client(port, BRIEF);
        client.open(sink);
        sink.await(
                Event.Note.class,
                note -> sink.all(Event.Note.class).stream()
                                .filter(one -> one.kind() == TcpNote.CONNECT_FAILED)
                                .count()
                        >= 5);
        Event.Note note = sink.awaitNote(TcpNote.CONNECT_FAILED);
        assertThat(Bundles.english(note.problem(0)))
                .isEqualTo("127.0.0.1:" + port
                        + " refuses the connection: nothing listens on port " + port
                        + " there, or something forbids it.");
        assertThat(sink.all(Event.Joined.class)).isEmpty();
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress("127.0.0.1", port));
            server.accept().close();
            assertThat(sink.await(Event.Joined.class).peer().id()).isEqualTo(1);
        }
        client.close();
        assertThat(sink.events().get(0))
                .isEqualTo(new Event.Opened(new InetSocketAddress(0), TcpClient.KIND, "127.0.0.1:" + port));
    }

    @Test
    void aConnectionThatWeEndIsNotMadeAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            TcpClient client = client(server.getLocalPort(), BRIEF);
            client.open(sink);
            Socket other = server.accept();
            Peer peer = sink.await(Event.Joined.class).peer();
            client.conversations().abort(peer);
            sink.await(Event.Closed.class);
            assertThat(sink.awaitLeft(peer).why()).isEqualTo(Reason.RESET_HERE);
            assertThat(sink.all(Event.Note.class)).isEmpty();
            other.close();
        }
    }

    @Test
    void closingDoesNotWaitForTheNextAttempt() throws Exception {
        TcpClient client = client(freePort(), new Backoff(600_000, 600_000, 1));
        client.open(sink);
        sink.awaitNote(TcpNote.CONNECT_FAILED);
        client.close();
        assertThat(sink.events()).last().isInstanceOf(Event.Closed.class);
    }

    @Test
    void pausesGrowToTheLongestAndRestartAfterALongConnection() {
        Backoff.Pauses pause = new Backoff(1_000, 30_000, 10_000).new Pauses();
        for (int expected : new int[] {1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            assertThat(pause.next()).isBetween(expected, expected + expected / 10);
        }
        pause.connected(9_999);
        assertThat(pause.next()).isGreaterThanOrEqualTo(30_000);
        pause.connected(10_000);
        assertThat(pause.next()).isBetween(1_000, 1_100);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static TcpClient client(int port, Backoff pauses) {
        ConnectOptions options = ConnectOptions.STANDARD.withReconnect();
        AtomicInteger ids = new AtomicInteger();
        ConnectAddress to = new ConnectAddress("127.0.0.1", port);
        return new TcpClient(to, options, ids::incrementAndGet, Rig.LIMITS, SystemCalls.REAL, pauses);
    }
}
