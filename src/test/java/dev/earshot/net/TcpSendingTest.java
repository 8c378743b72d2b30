package dev.earshot.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TcpSendingTest {

    @Test
    void aSendIsReportedInPiecesInOrderAndTheLastOneIsMarked() throws Exception {
        long seed = System.nanoTime();
        byte[] bytes = new byte[3 * Endpoint.MAX_PIECE + 5];
        new Random(seed).nextBytes(bytes);
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            assertThat(rig.server.conversations().send(peer, bytes.clone(), Origin.PERSON))
                    .isTrue();
            assertThat(client.getInputStream().readNBytes(bytes.length))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
            assertThat(rig.sink.bytesTo(peer)).isEqualTo(bytes);
            List<Event.Sending> pieces = rig.sink.all(Event.Sending.class);
            assertThat(pieces)
                    .extracting(Event.Sending::length)
                    .containsExactly(Endpoint.MAX_PIECE, Endpoint.MAX_PIECE, Endpoint.MAX_PIECE, 5);
            assertThat(pieces).extracting(Event.Sending::last).containsExactly(false, false, false, true);
            await().until(() -> rig.server.conversations().waitingBytes(peer) == 0);
        }
    }

    @Test
    void anAnswerIsReportedBeforeTheClientCanReactToIt() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            for (int i = 1; i <= 100; i++) {
                rig.server.conversations().send(peer, new byte[] {(byte) i}, Origin.PERSON);
                client.getOutputStream().write(client.getInputStream().read());
                rig.sink.awaitBytes(peer, i);
            }
            List<Class<?>> order = rig.sink.events(peer).stream()
                    .<Class<?>>map(Object::getClass)
                    .skip(1)
                    .toList();
            for (int i = 0; i < order.size(); i++) {
                assertThat(order.get(i)).isEqualTo(i % 2 == 0 ? Event.Sending.class : Event.Received.class);
            }
        }
    }

    @Test
    void theOriginOfAMessageIsReported() throws Exception {
        try (Rig rig = new Rig()) {
            Peer peer = rig.peer(rig.connect());
            rig.server.conversations().send(peer, new byte[2 * Endpoint.MAX_PIECE], new Origin(OriginKind.ECHO));
            rig.server.conversations().send(peer, new byte[1], Origin.PERSON);
            await().until(() -> rig.sink.bytesTo(peer).length == 2 * Endpoint.MAX_PIECE + 1);
            assertThat(rig.sink.all(Event.Sending.class))
                    .extracting(piece -> piece.origin().text())
                    .containsExactly("echo", "echo", "");
        }
    }

    @Test
    void waitingShortSendsAreReportedOneByOneAndArriveInOrder() throws Exception {
        List<byte[]> sends = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; all.size() < 8 << 20; i++) {
            sends.add(Integer.toString(i).repeat(1 + i % 7 * 400).getBytes(UTF_8));
            all.write(sends.get(i));
        }
        try (Rig rig = new Rig()) {
            Socket client = rig.connectSlowReader();
            Peer peer = rig.peer(client);
            CompletableFuture<byte[]> read = null;
            for (int i = 0; i < sends.size(); i++) {
                while (!rig.server.conversations().send(peer, sends.get(i), new Origin(OriginKind.RULE, "" + i))) {
                    if (read == null) { // only now, so that many sends are waiting
                        read = CompletableFuture.supplyAsync(() -> readAll(client, all.size()));
                    }
                    assertThat(rig.server.conversations().awaitRoom(peer, sends.get(i).length, 20_000))
                            .isTrue();
                }
            }
            assertThat(read).isNotNull();
            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(all.toByteArray());
            List<Event.Sending> reported = rig.sink.all(Event.Sending.class);
            assertThat(reported).hasSameSizeAs(sends).allMatch(Event.Sending::last);
            for (int i = 0; i < reported.size(); i++) {
                assertThat(reported.get(i).origin().text()).isEqualTo("rule " + i);
            }
            assertThat(rig.sink.bytesTo(peer)).isEqualTo(all.toByteArray());
            await().until(() -> rig.server.conversations().waitingBytes(peer) == 0);
        }
    }

    private static byte[] readAll(Socket client, int count) {
        try {
            return client.getInputStream().readNBytes(count);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingToSendIsNoEvent() throws Exception {
        try (Rig rig = new Rig()) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            assertThat(rig.server.conversations().send(peer, new byte[0], Origin.PERSON))
                    .isTrue();
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isTrue();
            assertThat(client.getInputStream().read()).isZero();
            assertThat(rig.sink.all(Event.Sending.class)).hasSize(1);
        }
    }

    @Test
    void aClientThatDoesNotReadFillsItsOwnOutboxAndIsReportedAsStalledOnce() throws Exception {
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(3_000, 3_000), 1_000, 50, 1_000))) {
            Socket slowReader = rig.connectSlowReader();
            Peer peer = rig.peer(slowReader);
            AtomicLong accepted = new AtomicLong();
            // The system takes some megabytes before it blocks the writer.
            await().until(() -> {
                fill(rig, peer, accepted);
                return rig.sink.all(Event.Note.class).size() > 0;
            });
            Event.Note stalled = rig.sink.awaitNote(TcpNote.STALLED);
            assertThat(stalled.peer()).isEqualTo(peer);
            assertThat(stalled.number(0, 0)).isBetween(1L, (long) Outbox.CAPACITY);
            fill(rig, peer, accepted);
            assertThat(rig.server.conversations().waitingBytes(peer)).isBetween(1L, (long) Outbox.CAPACITY);
            othersAreServed(rig);
            assertThat(rig.sink.all(Event.Note.class)).hasSize(1);
            drain(slowReader, accepted.get());
            rig.sink.awaitNote(TcpNote.RESUMED);
            assertThat(rig.server.conversations().waitingBytes(peer)).isZero();
            assertThat(rig.server.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isTrue();
            assertThat(rig.sink.bytesTo(peer).length).isGreaterThanOrEqualTo(accepted.intValue());
        }
    }

    @Test
    void sendingToAClientThatHasGoneEndsInOneLeftAndNoException() throws Exception {
        try (Rig rig = new Rig(new TimeLimits(new HalfClose(60_000, 60_000), 1_000, 60_000, 1_000))) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.close();
            await().until(() -> !rig.server.conversations().send(peer, new byte[10], Origin.PERSON));
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.why()).isEqualTo(Event.Reason.RESET_BY_PEER);
            assertThat(left.undelivered()).isPositive();
            assertThat(rig.sink.all(Event.Left.class)).hasSize(1);
        }
    }

    @Test
    void aFullOutboxNeverBlocksTheCloseOfTheServer() throws Exception {
        try (Rig rig = new Rig()) {
            for (int i = 0; i < 20; i++) {
                assertThat(rig.server
                                .conversations()
                                .send(rig.peer(rig.connectSlowReader()), new byte[16 << 20], Origin.PERSON))
                        .isTrue();
            }
            rig.server.close();
            assertThat(rig.sink.all(Event.Closed.class)).hasSize(1);
            assertThat(rig.sink.all(Event.Left.class)).hasSize(20);
        }
    }

    private static void fill(Rig rig, Peer peer, AtomicLong accepted) {
        while (rig.server.conversations().send(peer, new byte[16 * 1024], Origin.PERSON)) {
            accepted.addAndGet(16 * 1024);
        }
    }

    private static void othersAreServed(Rig rig) throws Exception {
        Socket other = rig.connect();
        Peer peer = rig.peer(other);
        other.getOutputStream().write(new byte[100_000]);
        rig.sink.awaitBytes(peer, 100_000);
        assertThat(rig.server.conversations().send(peer, new byte[100_000], Origin.PERSON))
                .isTrue();
        assertThat(other.getInputStream().readNBytes(100_000)).hasSize(100_000);
    }

    private static void drain(Socket client, long count) throws Exception {
        byte[] buffer = new byte[64 * 1024];
        for (long left = count; left > 0; ) {
            left -= client.getInputStream().read(buffer, 0, (int) Math.min(buffer.length, left));
        }
    }
}
