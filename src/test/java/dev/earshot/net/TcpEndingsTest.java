package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.net.Event.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpEndingsTest {
    /** A very short time limit for answers, so that the tests need not wait. */
    private static final TimeLimits BRIEF = new TimeLimits(new HalfClose(50, 50), 300, 60_000, 1_000);

    @Test
    void aClientThatClosesHasFinishedSendingAndThenLeft() throws Exception {
        try (Rig rig = new Rig(BRIEF)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(new byte[] {1, 2, 3});
            client.close();
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.HALF_CLOSED, 0, "0"));
            assertThat(rig.sink.bytesFrom(peer)).containsExactly(1, 2, 3);
            assertThat(rig.sink.events(peer))
                    .extracting(Object::getClass)
                    .containsSubsequence(List.of(
                            Event.Joined.class, Event.Received.class, Event.FinishedSending.class, Event.Left.class));
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isFalse();
        }
    }

    @Test
    void answersStillArriveAfterTheClientHasFinishedSending() throws Exception {
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(60_000, 60_000), 300, 60_000, 1_000))) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write('?');
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            for (int i = 0; i < 5; i++) {
                assertThat(rig.server.conversations().send(peer, new byte[] {(byte) i}, Origin.PERSON))
                        .isTrue();
                assertThat(client.getInputStream().read()).isEqualTo(i);
            }
            assertThat(rig.sink.all(Event.Left.class)).isEmpty();
        }
    }

    @Test
    void aHalfClosedClientIsKeptForTheTimeLimitOfAnswers() throws Exception {
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(300, 300), 300, 60_000, 1_000))) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            long before = System.nanoTime();
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.HALF_CLOSED, 0, "0"));
        }
    }

    @Test
    void theOutboxIsDrainedBeforeAHalfClosedClientIsClosed() throws Exception {
        try (Rig rig = new Rig(BRIEF)) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            int size = 16 << 20;
            assertThat(rig.server.conversations().send(peer, new byte[size], Origin.PERSON))
                    .isTrue();
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            assertThat(client.getInputStream().readAllBytes()).hasSize(size);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.HALF_CLOSED, 0, "0"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 1 << 20})
    void everythingBeforeAResetIsReported(int size) throws Exception {
        try (Rig rig = new Rig(BRIEF)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(new byte[size]);
            rig.sink.awaitBytes(peer, size);
            Rig.reset(client);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.RESET_BY_PEER, 0, ""));
            assertThat(rig.sink.bytesFrom(peer)).hasSize(size);
            assertThat(rig.sink.all(Event.FinishedSending.class)).isEmpty();
        }
    }

    @Test
    void bytesInTheSystemsBufferAreStillReadAfterAReset() throws Exception {
        CountDownLatch resetCame = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Received) {
                await(resetCame);
            }
        });
        try (Rig rig = new Rig(BRIEF, sink, SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(1);
            sink.await(Event.Received.class);
            client.getOutputStream().write(new byte[30_000]);
            Rig.reset(client);
            // The writer finds the reset first, and must not take the unread bytes away from the reader.
            rig.server.conversations().send(peer, new byte[10], Origin.PERSON);
            sink.await(Event.Sending.class);
            resetCame.countDown();
            assertThat(sink.awaitLeft(peer).why()).isEqualTo(Reason.RESET_BY_PEER);
            assertThat(sink.awaitLeft(peer).undelivered()).isEqualTo(10);
            assertThat(sink.bytesFrom(peer)).hasSize(30_001);
        }
    }

    @Test
    void aThousandClientsThatVanishBeforeTheyAreAcceptedEachJoinAndLeaveOnce() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Joined && first.compareAndSet(true, false)) {
                await(gone);
            }
        });
        try (Rig rig = new Rig(BRIEF, sink, SystemCalls.REAL)) {
            Socket holder = rig.connect();
            rig.peer(holder);
            for (int i = 0; i < 1_000; i++) {
                Rig.reset(rig.connect());
            }
            gone.countDown();
            sink.await(Event.Left.class, left -> sink.all(Event.Left.class).size() == 1_000);
            assertThat(sink.all(Event.Joined.class)).hasSize(1_001);
            assertThat(sink.all(Event.Left.class)).extracting(Event.Left::peer).doesNotHaveDuplicates();
            assertThat(sink.all(Event.Left.class)).extracting(Event.Left::why).containsOnly(Reason.RESET_BY_PEER);
            rig.peer(rig.connect());
        }
    }

    @Test
    void leftWaitsForAWriterThatIsStillReporting() throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Sending) {
                await(reported);
            }
        });
        try (Rig rig = new Rig(BRIEF, sink, SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().send(peer, new byte[10], Origin.PERSON);
            sink.await(Event.Sending.class);
            Rig.reset(client);
            Awaitility.await().until(() -> !sink.all(Event.Left.class).isEmpty() || readerWaits(peer));
            assertThat(sink.all(Event.Left.class)).isEmpty();
            reported.countDown();
            assertThat(sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.RESET_BY_PEER, 10, ""));
        }
    }

    private static boolean readerWaits(Peer peer) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("peer " + peer.id() + " read")
                        && thread.getState() == Thread.State.WAITING);
    }

    @Test
    void disconnectingDeliversWaitingBytesAndSendsFin() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            assertThat(rig.server.conversations().send(peer, new byte[200_000], Origin.PERSON))
                    .isTrue();
            rig.server.conversations().disconnect(peer);
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isFalse();
            assertThat(client.getInputStream().readAllBytes()).hasSize(200_000);
            client.close();
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
            assertThat(rig.sink.all(Event.FinishedSending.class)).isEmpty();
        }
    }

    @Test
    void disconnectingWaitsForAClientThatReadsSlowly() throws Exception {
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(50, 50), 1_000, 60_000, 1_000))) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            int size = 16 << 20;
            assertThat(rig.server.conversations().send(peer, new byte[size], Origin.PERSON))
                    .isTrue();
            rig.server.conversations().disconnect(peer);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
            int read = 0;
            while (System.nanoTime() < end) {
                read += client.getInputStream().readNBytes(256 * 1024).length;
                Thread.sleep(50); // the pace of the client, nothing is awaited
            }
            assertThat(read + client.getInputStream().readAllBytes().length).isEqualTo(size);
            client.close();
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void abortingResetsTheConnectionAlsoWhileItIsBeingDisconnected(boolean politeFirst) throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            int size = 16 << 20;
            assertThat(rig.server.conversations().send(peer, new byte[size], Origin.PERSON))
                    .isTrue();
            rig.sink.await(Event.Sending.class);
            if (politeFirst) {
                rig.server.conversations().disconnect(peer);
            }
            rig.server.conversations().abort(peer);
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.why()).isEqualTo(Reason.RESET_HERE);
            assertThat(left.undelivered()).isBetween(1L, (long) size);
            assertThatThrownBy(() -> client.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isFalse();
        }
    }

    @Test
    void abortingAQuietClientResetsIt() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().abort(peer);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.RESET_HERE, 0, ""));
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            rig.server.conversations().abort(peer);
        }
    }

    @Test
    void nothingIsReportedAfterDisconnecting() throws Exception {
        try (Rig rig = new Rig(BRIEF)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().disconnect(peer);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.getOutputStream().write(new byte[1_000]);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
            assertThat(rig.sink.bytesFrom(peer)).isEmpty();
        }
    }

    @Test
    void aClientThatNeitherReadsNorClosesIsStillDisconnected() throws Exception {
        try (Rig rig = new Rig(BRIEF)) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            int size = 16 << 20;
            assertThat(rig.server.conversations().send(peer, new byte[size], Origin.PERSON))
                    .isTrue();
            rig.server.conversations().disconnect(peer);
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.why()).isEqualTo(Reason.CLOSED_HERE);
            assertThat(left.undelivered()).isBetween(1L, (long) size);
        }
    }

    @Test
    void closingTheServerReportsClosedHereAndCountsUndeliveredBytes() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            assertThat(rig.server.conversations().send(peer, new byte[16 << 20], Origin.PERSON))
                    .isTrue();
            rig.sink.await(Event.Sending.class);
            rig.server.close();
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.why()).isEqualTo(Reason.CLOSED_HERE);
            assertThat(left.undelivered()).isPositive();
        }
    }

    @Test
    void leftIsReportedOnceAndLastInAStorm() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger joined = new AtomicInteger();
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Joined one) {
                joined.set(one.peer().id()); // the listen thread reports them in the order of their numbers
            }
        });
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(1, 1), 20, 1, 0), sink, SystemCalls.REAL)) {
            for (int i = 0; i < 4; i++) {
                long own = random.nextLong();
                senders.execute(() -> storm(rig, new Random(own), joined, over));
            }
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                clients.add(rig.connect());
                disturb(clients.get(random.nextInt(clients.size())), random);
            }
            rig.sink.await(Event.Joined.class, one -> one.peer().id() == 400);
            rig.server.close();
            over.set(true);
            for (Event.Joined one : rig.sink.all(Event.Joined.class)) {
                List<Event> events = rig.sink.events(one.peer());
                assertThat(events.get(0)).as("seed %d", seed).isEqualTo(one);
                assertThat(events.get(events.size() - 1)).as("seed %d", seed).isInstanceOf(Event.Left.class);
                assertThat(events)
                        .as("seed %d", seed)
                        .filteredOn(Event.Left.class::isInstance)
                        .hasSize(1);
            }
            assertThat(rig.sink.events().get(rig.sink.events().size() - 1)).isInstanceOf(Event.Closed.class);
        } finally {
            over.set(true);
            senders.shutdown();
            assertThat(senders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Sends and disconnects at random, only to peers whose Joined was reported. */
    private static void storm(Rig rig, Random random, AtomicInteger joined, AtomicBoolean over) {
        while (!over.get()) {
            int known = joined.get();
            if (known == 0) {
                Thread.onSpinWait();
                continue;
            }
            Peer peer = new Peer(1 + random.nextInt(known), rig.address, rig.address);
            if (random.nextInt(50) == 0) {
                rig.server.conversations().disconnect(peer);
            } else {
                rig.server.conversations().send(peer, new byte[random.nextInt(2_000)], Origin.PERSON);
            }
        }
    }

    private static void disturb(Socket client, Random random) {
        try {
            switch (random.nextInt(4)) {
                case 0 -> Rig.reset(client);
                case 1 -> client.close();
                case 2 -> client.shutdownOutput();
                default -> client.getOutputStream().write(new byte[random.nextInt(10_000)]);
            }
        } catch (IOException e) {
            // It was disturbed before, or the server has closed it.
            assertThat(e).isNotNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
