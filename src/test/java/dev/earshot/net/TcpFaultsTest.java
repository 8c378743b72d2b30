package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpFaultsTest {

    @Test
    void acceptFailuresAreOneEpisodeWithPausesAlthoughClientsComeInBetween() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        SystemCalls system = new SystemCalls() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                int attempt = attempts.incrementAndGet();
                if (attempt <= 6 || attempt == 8 || attempt == 10) {
                    throw new IOException("Too many open files");
                }
                return server.accept();
            }
        };
        long before = System.nanoTime();
        Admission brief = new Admission(ClientLimits.STANDARD, Descriptors.OF_PROCESS, TimeUnit.SECONDS.toNanos(2));
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), system, brief)) {
            rig.peer(rig.connect());
            // 5 + 10 + 20 + 40 + 80 + 160 ms
            assertThat(System.nanoTime() - before).isGreaterThan(315_000_000L);
            rig.peer(rig.connect());
            rig.peer(rig.connect());
            rig.sink.awaitNote(TcpNote.ACCEPT_RECOVERED);
            assertThat(rig.sink.all(Event.Note.class))
                    .containsExactly(
                            TcpNote.ACCEPT_FAILING.note("Too many open files"), TcpNote.ACCEPT_RECOVERED.note("8"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // other systems answer in other ways when the queue is full
    void aFullQueueCostsOnlyThoseThatComeMeanwhile() throws Exception {
        CountDownLatch resumed = new CountDownLatch(1);
        SystemCalls paused = new SystemCalls() {
            @Override
            public ServerSocket serverSocket() throws IOException {
                return new ServerSocket() {
                    @Override
                    public void bind(SocketAddress address, int backlog) throws IOException {
                        super.bind(address, 1);
                    }
                };
            }

            @Override
            public Socket accept(ServerSocket server) throws IOException {
                try {
                    resumed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return server.accept();
            }
        };
        List<Socket> queued = new ArrayList<>();
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), paused)) {
            assertThatThrownBy(() -> {
                        while (queued.size() < 100) {
                            Socket next = new Socket();
                            next.connect(rig.address, 500);
                            queued.add(next);
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(queued).isNotEmpty();
            resumed.countDown();
            for (Socket client : queued) {
                rig.peer(client);
            }
            rig.peer(rig.connect());
        } finally {
            for (Socket client : queued) {
                client.close();
            }
        }
    }

    @Test
    void errorsInsteadOfExceptionsDoNotEndTheAcceptLoopEither() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        SystemCalls system = new SystemCalls() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                if (failures.getAndIncrement() == 0) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return server.accept();
            }
        };
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), system)) {
            rig.peer(rig.connect());
        }
    }

    @Test
    void aServerThatCannotAcceptClosesAtOnce() throws Exception {
        SystemCalls system = new SystemCalls() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                throw new IOException("Too many open files");
            }
        };
        Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), system);
        rig.sink.awaitNote(TcpNote.ACCEPT_FAILING);
        rig.close();
        assertThat(rig.sink.all(Event.Closed.class)).hasSize(1);
        assertThat(rig.sink.all(Event.Note.class)).hasSize(1);
    }

    @Test
    void aClientThatGetsNoReaderIsRefusedWithItsAddressAndTheNextIsServed() throws Exception {
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), refusing("peer 1 read"))) {
            Socket refused = rig.connect();
            Peer peer = rig.peer(refused);
            assertThat(refused.getInputStream().read()).isEqualTo(-1);
            rig.sink.awaitLeft(peer);
            assertThat(rig.sink.events(peer))
                    .containsExactly(
                            new Event.Joined(peer),
                            TcpNote.CLIENT_REFUSED.about(peer, peer.remote()),
                            new Event.Left(peer, Event.Reason.FAILED, 0, "unable to create native thread"));
            Socket next = rig.connect();
            next.getOutputStream().write(7);
            assertThat(rig.sink.awaitBytes(rig.peer(next), 1)).containsExactly(7);
        }
    }

    @Test
    void aSendWithoutAWriterIsRefusedAndThePeerStays() throws Exception {
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), refusing("peer 1 write"))) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isFalse();
            assertThat(rig.server.conversations().lacksThread(peer)).isTrue();
            assertThat(rig.server.conversations().waitingBytes(peer)).isZero();
            client.getOutputStream().write(7);
            assertThat(rig.sink.awaitBytes(peer, 1)).containsExactly(7);
        }
    }

    @Test
    void openingWithoutAThreadFailsAndLeavesThePortFree() throws Exception {
        ListenAddress address = Rig.listen("127.0.0.1", freePort());
        RecordingSink sink = new RecordingSink();
        SystemCalls system = refusing("listen :" + address.port());
        TcpServer server = new TcpServer(address, system, new Connections(() -> 1, Rig.LIMITS, system));
        assertThatThrownBy(() -> server.open(sink)).isInstanceOf(IOException.class);
        assertThat(sink.events()).isEmpty();
        TcpServer second = new TcpServer(address, () -> 1);
        second.open(sink);
        second.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static SystemCalls refusing(String thread) {
        return new SystemCalls() {
            @Override
            public void start(Thread started) {
                if (started.getName().equals(thread)) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                started.start();
            }
        };
    }
}
