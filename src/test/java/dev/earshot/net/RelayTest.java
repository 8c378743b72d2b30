package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.RelayOptions.Path;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {
    private final RecordingSink sink = new RecordingSink();
    private final AtomicInteger ids = new AtomicInteger();
    private ServerSocket target;
    private Relay relay;

    @BeforeEach
    void listen() throws IOException {
        target = new ServerSocket(0);
        target.setSoTimeout(20_000);
    }

    @AfterEach
    void close() throws IOException {
        if (relay != null) {
            relay.close();
        }
        target.close();
    }

    private void open(RelayOptions options) throws IOException {
        ConnectAddress to = new ConnectAddress("127.0.0.1", target.getLocalPort());
        relay = new Relay(Rig.listen("127.0.0.1", 0), to, options, ids::incrementAndGet, Rig.LIMITS, SystemCalls.REAL);
        relay.open(sink);
    }

    private Socket connect() throws IOException {
        Socket client = new Socket();
        client.setSoTimeout(20_000);
        client.connect(relay.local());
        return client;
    }

    private Socket accept() throws IOException {
        Socket other = target.accept();
        other.setSoTimeout(20_000);
        return other;
    }

    private Peer joined(Transport transport) {
        return sink.await(Event.Joined.class, joined -> joined.peer().transport() == transport)
                .peer();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void bothDirectionsAreRelayedByteForByteAndReportedForBothSides(int delay) throws Exception {
        open(RelayOptions.STANDARD.with(new Path(delay, 0), new Path(delay, 0)));
        long seed = System.nanoTime();
        byte[] question = new byte[3_000_000];
        byte[] answer = new byte[2_000_000];
        new Random(seed).nextBytes(question);
        new Random(seed + 1).nextBytes(answer);
        try (Socket client = connect();
                Socket other = accept()) {
            CompletableFuture<Void> asking = writing(client, question);
            CompletableFuture<Void> answering = writing(other, answer);
            CompletableFuture<byte[]> answered = reading(client, answer.length);
            assertThat(other.getInputStream().readNBytes(question.length))
                    .as("seed %d", seed)
                    .isEqualTo(question);
            assertThat(answered.get()).as("seed %d", seed).isEqualTo(answer);
            asking.get();
            answering.get();
        }
        Peer in = joined(Transport.TCP_IN);
        Peer out = joined(Transport.TCP_OUT);
        sink.awaitLeft(in);
        sink.awaitLeft(out);
        assertThat(sink.bytesFrom(in)).isEqualTo(question);
        assertThat(sink.bytesTo(out)).isEqualTo(question);
        assertThat(sink.bytesFrom(out)).isEqualTo(answer);
        assertThat(sink.bytesTo(in)).isEqualTo(answer);
        assertThat(sink.all(Event.Sending.class))
                .extracting(piece -> piece.origin().text())
                .containsOnly("relay");
        relay.close();
        String to = "127.0.0.1:" + target.getLocalPort();
        assertThat(sink.events().get(0)).isEqualTo(new Event.Opened(relay.local(), Relay.KIND, to));
        assertThat(sink.events()).last().isEqualTo(new Event.Closed(relay.local(), Relay.KIND, to));
    }

    private static CompletableFuture<Void> writing(Socket socket, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static CompletableFuture<byte[]> reading(Socket socket, int count) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return socket.getInputStream().readNBytes(count);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void eachClientHasItsOwnConnectionAndTheServerMaySendFirst() throws Exception {
        open(RelayOptions.STANDARD);
        for (int i = 1; i <= 3; i++) {
            Socket client = connect();
            Socket other = accept();
            other.getOutputStream().write(i);
            assertThat(client.getInputStream().read()).isEqualTo(i);
            client.getOutputStream().write(10 + i);
            assertThat(other.getInputStream().read()).isEqualTo(10 + i);
        }
        assertThat(sink.all(Event.Joined.class)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void aSideThatHasFinishedSendingGetsAnswersWithoutATimeLimit(int delay) throws Exception {
        open(RelayOptions.STANDARD.with(new Path(delay, 0), new Path(delay, 0)));
        try (Socket client = connect();
                Socket other = accept()) {
            client.getOutputStream().write("question".getBytes());
            client.shutdownOutput();
            assertThat(other.getInputStream().readAllBytes()).isEqualTo("question".getBytes());
            for (int i = 0; i < 5; i++) {
                other.getOutputStream().write(i);
                assertThat(client.getInputStream().read()).isEqualTo(i);
            }
            assertThat(sink.all(Event.Left.class)).isEmpty();
            other.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(sink.awaitLeft(joined(Transport.TCP_IN)).why()).isEqualTo(Reason.CLOSED_BY_PEER);
        assertThat(sink.awaitLeft(joined(Transport.TCP_OUT)).why()).isEqualTo(Reason.CLOSED_BY_PEER);
    }

    @Test
    void aResetIsForwardedAsAReset() throws Exception {
        open(RelayOptions.STANDARD);
        try (Socket client = connect()) {
            Socket other = accept();
            other.getOutputStream().write(1);
            assertThat(client.getInputStream().read()).isEqualTo(1);
            Rig.reset(other);
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageStartingWith("Connection reset");
        }
        try (Socket other = reset(connect())) {
            assertThatThrownBy(() -> other.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageStartingWith("Connection reset");
        }
    }

    private Socket reset(Socket client) throws IOException {
        Socket other = accept();
        client.getOutputStream().write(1);
        assertThat(other.getInputStream().read()).isEqualTo(1);
        Rig.reset(client);
        return other;
    }

    @Test
    void bytesSentBeforeAResetArriveBeforeIt() throws Exception {
        CompletableFuture<Void> go = new CompletableFuture<>();
        RecordingSink slow = new RecordingSink(event -> {
            if (event instanceof Event.Sending) {
                go.join();
            }
        });
        ConnectAddress to = new ConnectAddress("127.0.0.1", target.getLocalPort());
        relay = new Relay(Rig.listen("127.0.0.1", 0), to, RelayOptions.STANDARD, ids::incrementAndGet);
        relay.open(slow);
        try (Socket client = connect()) {
            Socket other = accept();
            CompletableFuture<byte[]> heard = reading(client, 10);
            other.getOutputStream().write("last words".getBytes());
            Peer in = slow.await(Event.Sending.class).peer();
            Rig.reset(other);
            await().until(() -> !relay.conversations().awaitRoom(in, 1, 1)); // the reset has come through
            go.complete(null);
            assertThat(heard.get()).isEqualTo("last words".getBytes());
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageStartingWith("Connection reset");
            assertThat(slow.awaitLeft(in)).isEqualTo(new Event.Left(in, Reason.RESET_HERE, 0, ""));
        }
    }

    @Test
    void disconnectingOneSideDisconnectsBoth() throws Exception {
        open(RelayOptions.STANDARD);
        try (Socket client = connect();
                Socket other = accept()) {
            relay.conversations().disconnect(joined(Transport.TCP_OUT));
            assertThat(other.getInputStream().read()).isEqualTo(-1);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aTargetThatRefusesResetsItsClientAndIsReported() throws Exception {
        target.close();
        open(RelayOptions.STANDARD);
        try (Socket client = connect()) {
            Event.Note note = sink.awaitNote(TcpNote.CONNECT_FAILED);
            assertThat(note.peer()).isEqualTo(joined(Transport.TCP_IN));
            assertThat(Bundles.english(note.problem(0))).contains("refuses the connection");
            assertThat(note.number(1, -1)).isZero();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThat(sink.awaitLeft(joined(Transport.TCP_IN)).why()).isEqualTo(Reason.RESET_HERE);
    }

    @Test
    void bytesSentBeforeTheTargetIsConnectedWaitForIt() throws Exception {
        CompletableFuture<Void> late = new CompletableFuture<>();
        SystemCalls system = new SystemCalls() {
            @Override
            public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
                late.join();
                socket.connect(to, millis);
            }
        };
        ConnectAddress to = new ConnectAddress("127.0.0.1", target.getLocalPort());
        relay = new Relay(
                Rig.listen("127.0.0.1", 0), to, RelayOptions.STANDARD, ids::incrementAndGet, Rig.LIMITS, system);
        relay.open(sink);
        try (Socket client = connect()) {
            client.getOutputStream().write("early".getBytes());
            client.shutdownOutput();
            sink.awaitBytes(joined(Transport.TCP_IN), 5);
            late.complete(null);
            try (Socket other = accept()) {
                assertThat(other.getInputStream().readAllBytes()).isEqualTo("early".getBytes());
            }
        }
    }

    @Test
    void aSideThatDoesNotReadDelaysTheSenderAndNothingIsLost() throws Exception {
        open(RelayOptions.STANDARD);
        int size = 64 << 20;
        try (Socket client = connect();
                Socket other = accept()) {
            CompletableFuture<Void> flood = writing(client, new byte[size]);
            Peer in = joined(Transport.TCP_IN);
            Peer out = joined(Transport.TCP_OUT);
            await().until(() -> relay.conversations().waitingBytes(out) > Outbox.CAPACITY / 2);
            assertThat(relay.conversations().waitingBytes(out)).isLessThanOrEqualTo(Outbox.CAPACITY);
            // Bounded by what the systems' buffers and one outbox hold, whatever is sent.
            assertThat(flood).isNotDone();
            byte[] buffer = new byte[1 << 16];
            for (long read = 0; read < size; ) {
                read += other.getInputStream().read(buffer);
            }
            flood.get();
            assertThat(sink.all(Event.Left.class)).isEmpty();
            assertThat(in).isNotEqualTo(out);
        }
    }

    @Test
    void closingDoesNotWaitForASideThatDoesNotRead() throws Exception {
        open(new RelayOptions(ConnectOptions.STANDARD, new Path(1, 0), Path.PLAIN, 500));
        try (Socket client = connect();
                Socket other = accept()) {
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                try {
                    client.getOutputStream().write(new byte[64 << 20]);
                } catch (IOException e) {
                    return; // it was cut off
                }
            });
            Peer out = joined(Transport.TCP_OUT);
            await().until(() -> relay.conversations().waitingBytes(out) > Outbox.CAPACITY / 2);
            relay.close();
            assertThat(sink.events()).last().isInstanceOf(Event.Closed.class);
            flood.get();
            assertThat(other.isConnected()).isTrue();
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("relay ")));
    }

    @Test
    void conversationsAreCutAfterTheSetNumberOfBytes() throws Exception {
        open(RelayOptions.STANDARD.with(new Path(5, 100_001), Path.PLAIN));
        byte[] bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        try (Socket client = connect();
                Socket other = accept()) {
            writing(client, bytes);
            assertThat(other.getInputStream().readAllBytes()).isEqualTo(Arrays.copyOf(bytes, 100_001));
            Event.Note note = sink.awaitNote(RelayNote.CUT_AFTER);
            assertThat(note).isEqualTo(RelayNote.CUT_AFTER.about(joined(Transport.TCP_IN), "100001"));
            for (Transport side : List.of(Transport.TCP_IN, Transport.TCP_OUT)) {
                assertThat(sink.awaitLeft(joined(side)).why()).isEqualTo(Reason.CLOSED_HERE);
            }
        }
    }

    @Test
    void delayedBytesArriveNoEarlier() throws Exception {
        open(RelayOptions.STANDARD.with(new Path(150, 0), new Path(100, 0)));
        try (Socket client = connect();
                Socket other = accept()) {
            long before = System.nanoTime();
            client.getOutputStream().write(1);
            assertThat(other.getInputStream().read()).isEqualTo(1);
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(150_000_000L);
            other.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(250_000_000L);
        }
    }

    /** Matrix row G10. */
    @Test
    void twoRelaysInARingStopAtTheirLimitWithANoteAndServeClientsAgain() throws Exception {
        RelayOptions few = new RelayOptions(ConnectOptions.STANDARD, Path.PLAIN, Path.PLAIN, 20);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RecordingSink second = new RecordingSink();
        Relay there = new Relay(
                Rig.listen("127.0.0.1", 0),
                new ConnectAddress("127.0.0.1", port),
                few,
                new AtomicInteger()::incrementAndGet,
                Rig.LIMITS,
                SystemCalls.REAL);
        there.open(second);
        ConnectAddress to = new ConnectAddress("127.0.0.1", there.local().getPort());
        relay = new Relay(Rig.listen("127.0.0.1", port), to, few, ids::incrementAndGet, Rig.LIMITS, SystemCalls.REAL);
        relay.open(sink);
        try (Socket client = connect()) {
            assertThatThrownBy(() -> {
                        while (client.getInputStream().read() >= 0) {
                            // until it is reset
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
        long notes = full(sink) + full(second);
        assertThat(notes).isBetween(1L, 2L);
        await().until(() -> left(sink) && left(second));
        there.close();
        int most = 2 * (20 + 2);
        assertThat(sink.all(Event.Joined.class)).hasSizeLessThanOrEqualTo(most);
        assertThat(second.all(Event.Joined.class)).hasSizeLessThanOrEqualTo(most);
    }

    private static long full(RecordingSink sink) {
        return sink.all(Event.Note.class).stream()
                .filter(note -> note.kind() == RelayNote.RELAY_FULL)
                .count();
    }

    private static boolean left(RecordingSink sink) {
        return sink.all(Event.Left.class).size() == sink.all(Event.Joined.class).size();
    }

    @Test
    void aClientThatLeavesEndsTheWaitForItsTarget() throws Exception {
        CompletableFuture<Void> dialing = new CompletableFuture<>();
        CompletableFuture<Void> given = new CompletableFuture<>();
        SystemCalls system = new SystemCalls() {
            @Override
            public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
                dialing.complete(null);
                while (!socket.isClosed()) {
                    Thread.onSpinWait();
                }
                given.complete(null);
                throw new SocketException("Socket closed");
            }
        };
        ConnectAddress to = new ConnectAddress("127.0.0.1", target.getLocalPort());
        relay = new Relay(
                Rig.listen("127.0.0.1", 0), to, RelayOptions.STANDARD, ids::incrementAndGet, Rig.LIMITS, system);
        relay.open(sink);
        Socket client = connect();
        dialing.get();
        Rig.reset(client);
        given.get();
        assertThat(sink.awaitLeft(joined(Transport.TCP_IN)).why()).isEqualTo(Reason.RESET_BY_PEER);
        assertThat(sink.all(Event.Note.class)).isEmpty();
    }

    /** A system on which connecting blocks until it is cancelled. */
    private static class Hanging implements SystemCalls {
        @Override
        public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
            while (!socket.isClosed()) {
                Thread.onSpinWait();
            }
            throw new SocketException("Socket closed");
        }
    }

    private void open(RelayOptions options, SystemCalls system) throws IOException {
        ConnectAddress to = new ConnectAddress("127.0.0.1", target.getLocalPort());
        relay = new Relay(Rig.listen("127.0.0.1", 0), to, options, ids::incrementAndGet, Rig.LIMITS, system);
        relay.open(sink);
    }

    @Test
    void clientsThatStillWaitForTheTargetCountAsWell() throws Exception {
        RelayOptions.Path plain = RelayOptions.Path.PLAIN;
        open(new RelayOptions(ConnectOptions.STANDARD.withTimeout(600_000), plain, plain, 2), new Hanging());
        try (Socket first = connect();
                Socket second = connect();
                Socket third = connect()) {
            Peer newest = sink.await(Event.Joined.class, joined -> joined.peer().id() == 3)
                    .peer();
            assertThat(sink.awaitLeft(newest).why()).isEqualTo(Reason.RESET_HERE);
            assertThat(sink.awaitNote(RelayNote.RELAY_FULL)).isEqualTo(RelayNote.RELAY_FULL.about(newest, "2"));
            assertThat(third.getLocalPort()).isEqualTo(Addresses.port(newest.remote()));
            assertThat(sink.all(Event.Left.class)).hasSize(1);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    @Test
    void disconnectingDuringTheWaitForTheTargetIsNoFailure() throws Exception {
        open(RelayOptions.STANDARD, new Hanging());
        try (Socket client = connect()) {
            Peer in = joined(Transport.TCP_IN);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("relay " + in.id())));
            relay.conversations().disconnect(in);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.shutdownOutput();
            assertThat(sink.awaitLeft(in).why()).isEqualTo(Reason.CLOSED_HERE);
        }
        relay.close();
        assertThat(sink.all(Event.Note.class)).isEmpty();
    }

    @Test
    void closingDoesNotWaitForAClientThatIsJustAccepted() throws Exception {
        Thread closing = new Thread(() -> relay.close(), "closing");
        SystemCalls late = new Hanging() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                Socket client = server.accept();
                closing.start();
                while (closing.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait(); // until close() has ended all present conversations
                }
                return client;
            }

            @Override
            public void start(Thread thread) {
                thread.start();
                if (thread.getName().equals("peer 1 read")) {
                    sink.await(Event.Received.class);
                }
            }
        };
        open(new RelayOptions(ConnectOptions.STANDARD.withTimeout(600_000), Path.PLAIN, Path.PLAIN, 500), late);
        try (Socket client = connect()) {
            client.getOutputStream().write(1);
            sink.await(Event.Closed.class);
            assertThat(sink.all(Event.Left.class)).hasSize(1);
        }
        closing.join();
    }
}
