package dev.earshot.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aClientJoinsSpeaksIsAnsweredAndLeaves(String host) throws Exception {
        RecordingSink sink = new RecordingSink();
        TcpServer server = new TcpServer(Rig.listen(host, 0), new AtomicInteger()::incrementAndGet);
        server.open(sink);
        InetSocketAddress address =
                (InetSocketAddress) sink.await(Event.Opened.class).local();
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            Peer peer = sink.await(Event.Joined.class).peer();
            assertThat(peer).isEqualTo(new Peer(1, address, (InetSocketAddress) client.getLocalSocketAddress()));
            client.getOutputStream().write("你好".getBytes(UTF_8));
            assertThat(sink.awaitBytes(peer, 6)).isEqualTo("你好".getBytes(UTF_8));
            assertThat(server.conversations().send(peer, "pong\n".getBytes(UTF_8), Origin.PERSON))
                    .isTrue();
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo("pong\n".getBytes(UTF_8));
        }
        server.close();
        assertThat(sink.events().get(0)).isEqualTo(new Event.Opened(address));
        assertThat(sink.events().get(sink.events().size() - 1)).isEqualTo(new Event.Closed(address));
        assertThat(sink.all(Event.Left.class)).hasSize(1);
    }

    @Test
    void openingOnPort0ReportsTheAssignedPort() throws Exception {
        try (Rig rig = new Rig()) {
            assertThat(rig.address.getPort()).isPositive();
            assertThat(rig.address.getAddress()).isEqualTo(InetAddress.getByName("127.0.0.1"));
        }
    }

    @Test
    void theBytesOfManyClientsAreCompleteAndNotMixed() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Rig rig = new Rig()) {
            List<Socket> clients = new ArrayList<>();
            List<byte[]> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                clients.add(rig.connect());
                sent.add(new byte[1 + random.nextInt(100_000)]);
                random.nextBytes(sent.get(i));
            }
            for (int i = 0; i < 50; i++) {
                clients.get(i).getOutputStream().write(sent.get(i));
            }
            for (int i = 0; i < 50; i++) {
                Peer peer = rig.peer(clients.get(i));
                assertThat(rig.sink.awaitBytes(peer, sent.get(i).length))
                        .as("client %d, seed %d", i, seed)
                        .isEqualTo(sent.get(i));
            }
        }
    }

    @Test
    void aReadIsNeverLongerThanAPieceAndBuffersGrowWithTheFlood() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            client.getOutputStream().write(new byte[8 << 20]);
            rig.sink.awaitBytes(rig.peer(client), 8 << 20);
            List<Integer> lengths = rig.sink.all(Event.Received.class).stream()
                    .map(Event.Received::length)
                    .toList();
            assertThat(lengths).allMatch(length -> length <= Endpoint.MAX_PIECE);
            assertThat(lengths.get(0)).isLessThanOrEqualTo(4096);
            assertThat(lengths).contains(Endpoint.MAX_PIECE);
        }
    }

    @Test
    void answersDoNotWaitForEarlierAcknowledgements() throws Exception {
        List<Socket> accepted = new CopyOnWriteArrayList<>();
        SystemCalls system = new SystemCalls() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                Socket socket = server.accept();
                accepted.add(socket);
                return socket;
            }
        };
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), system)) {
            rig.peer(rig.connect());
            assertThat(accepted.get(0).getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void aSinkThatThrowsStillGetsLeftAndClosed() throws Exception {
        RecordingSink sink = new RecordingSink(event -> {
            if (!(event instanceof Event.Opened)) {
                throw new IllegalStateException("a mistake");
            }
        });
        try (Rig rig = new Rig(Rig.LIMITS, sink, SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(1);
            // Which of the two errors is reported depends on which thread is faster.
            assertThat(sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.FAILED);
            rig.server.close();
            assertThat(sink.all(Event.Closed.class)).hasSize(1);
        }
    }

    @Test
    void aPortInUseIsRefusedAndTheFirstServerStays() throws Exception {
        try (Rig rig = new Rig()) {
            for (String host : List.of("127.0.0.1", "0.0.0.0")) {
                RecordingSink second = new RecordingSink();
                ListenAddress same = Rig.listen(host, rig.address.getPort());
                IOException refused =
                        catchThrowableOfType(IOException.class, () -> new TcpServer(same, () -> 1).open(second));
                Problem problem = ListenFailure.problem(same, refused);
                assertThat(Bundles.english(problem))
                        .isEqualTo("Port " + rig.address.getPort() + " is already in use on " + host + ".");
                assertThat(second.events()).isEmpty();
            }
            rig.peer(rig.connect());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // other systems let the more special address in
    void aPortThatIsInUseOnAllAddressesIsInUseOnEach() throws Exception {
        TcpServer all = new TcpServer(Rig.listen("0.0.0.0", 0), () -> 1);
        all.open(new RecordingSink());
        try {
            for (String host : List.of("127.0.0.1", "127.0.0.2")) {
                ListenAddress one = Rig.listen(host, all.local().getPort());
                IOException refused = catchThrowableOfType(
                        IOException.class, () -> new TcpServer(one, () -> 1).open(new RecordingSink()));
                assertThat(Bundles.english(ListenFailure.problem(one, refused)))
                        .isEqualTo("Port " + one.port() + " is already in use on " + host + ".");
            }
        } finally {
            all.close();
        }
    }

    @Test
    void theSamePortOnAnotherAddressIsFree() throws Exception {
        try (Rig rig = new Rig()) {
            TcpServer second = new TcpServer(Rig.listen("127.0.0.2", rig.address.getPort()), () -> 1);
            second.open(new RecordingSink());
            second.close();
        }
    }

    @Test
    void thePortIsFreeAtOnceAfterClosingServerSideFirst() throws Exception {
        int port = 0;
        for (int round = 0; round < 100; round++) {
            RecordingSink sink = new RecordingSink();
            TcpServer server = new TcpServer(Rig.listen("127.0.0.1", port), new AtomicInteger()::incrementAndGet);
            server.open(sink);
            port = Addresses.port(sink.await(Event.Opened.class).local());
            try (Socket client = new Socket("127.0.0.1", port)) {
                sink.await(Event.Joined.class);
                server.close();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(sink.all(Event.Left.class)).extracting(Event.Left::why).containsOnly(Event.Reason.CLOSED_HERE);
        }
    }

    @Test
    void closingTwiceOrUnopenedDoesNothing() throws Exception {
        Rig rig = new Rig();
        rig.close();
        rig.close();
        assertThat(rig.sink.all(Event.Closed.class)).hasSize(1);
        TcpServer unopened = new TcpServer(Rig.listen("127.0.0.1", 0), () -> 1);
        unopened.close();
        RecordingSink sink = new RecordingSink();
        assertThatThrownBy(() -> unopened.open(sink)).isInstanceOf(IOException.class);
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void nobodyIsServedAfterClosing() throws Exception {
        Rig rig = new Rig();
        rig.close();
        assertThatThrownBy(rig::connect).isInstanceOf(ConnectException.class);
        Peer stranger = new Peer(1, rig.address, rig.address);
        assertThat(rig.server.conversations().send(stranger, new byte[1], Origin.PERSON))
                .isFalse();
        assertThat(rig.server.conversations().waitingBytes(stranger)).isZero();
        rig.server.conversations().disconnect(stranger);
    }

    @Test
    void closingAThousandClientsWaitsOnlyOnce() throws Exception {
        try (Rig rig = new Rig()) {
            for (int i = 0; i < 1_000; i++) {
                rig.connect();
            }
            rig.sink.await(Event.Joined.class, joined -> joined.peer().id() == 1_000);
            rig.server.close();
            assertThat(rig.sink.all(Event.Left.class)).hasSize(1_000);
            assertThat(rig.sink.all(Event.Closed.class)).hasSize(1);
            assertThat(rig.sink.events().get(rig.sink.events().size() - 1)).isInstanceOf(Event.Closed.class);
        }
    }
}
