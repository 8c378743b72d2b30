package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests when writer threads start and end, and that nothing is lost in between. */
class TcpWritersTest {
    private static final int SENDS = 1_000;

    private final Queue<Thread> writers = new ConcurrentLinkedQueue<>();

    private final SystemCalls system = new SystemCalls() {
        @Override
        public void start(Thread thread) {
            if (thread.getName().endsWith("write")) {
                writers.add(thread);
            }
            thread.start();
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aWriterEndsWhenTheQueueIsEmptyAndTheNextSendStartsAnother(int idleMillis) throws Exception {
        try (Rig rig = rig(idleMillis)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            for (int i = 1; i <= 20; i++) {
                assertThat(rig.server.conversations().send(peer, new byte[] {(byte) i}, Origin.PERSON))
                        .isTrue();
                assertThat(client.getInputStream().read()).isEqualTo(i);
                await().until(() -> writers.stream().noneMatch(Thread::isAlive));
                assertThat(writers).hasSize(i);
            }
        }
    }

    @Test
    void anIdleThreadWritesToTheNextPeerUnderItsName() throws Exception {
        try (Rig rig = rig(60_000)) {
            for (int i = 1; i <= 20; i++) {
                Socket client = rig.connect();
                assertThat(rig.server.conversations().send(rig.peer(client), new byte[] {(byte) i}, Origin.PERSON))
                        .isTrue();
                assertThat(client.getInputStream().read()).isEqualTo(i);
                await().until(() -> writers.stream().allMatch(TcpWritersTest::waitsForWork));
            }
            assertThat(writers).hasSize(1);
            Peer slowReader = rig.peer(rig.connectSlowReader());
            assertThat(rig.server.conversations().send(slowReader, new byte[16 << 20], Origin.PERSON))
                    .isTrue();
            await().until(() -> writers.element().getName().equals("peer " + slowReader.id() + " write"));
            Socket next = rig.connect();
            assertThat(rig.server.conversations().send(rig.peer(next), new byte[] {7}, Origin.PERSON))
                    .isTrue();
            assertThat(next.getInputStream().read()).isEqualTo(7);
            assertThat(writers).hasSize(2);
        }
    }

    /** Each sender sends at the moment when the system has taken everything and the writer is about to end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsLostOrDoubledWhileWritersStartAndEnd(int idleMillis) throws Exception {
        try (Rig rig = rig(idleMillis)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            List<CompletableFuture<Void>> senders = List.of(
                    CompletableFuture.runAsync(() -> sendNumbers(rig.server, peer, 0)),
                    CompletableFuture.runAsync(() -> sendNumbers(rig.server, peer, 1)));
            DataInputStream in = new DataInputStream(client.getInputStream());
            int[] next = {0, 0};
            for (int i = 0; i < 2 * SENDS; i++) {
                int sender = in.readInt();
                assertThat(in.readInt()).isEqualTo(next[sender]++);
            }
            senders.forEach(CompletableFuture::join);
            assertThat(rig.sink.bytesTo(peer)).hasSize(2 * SENDS * 2 * Integer.BYTES);
            rig.server.conversations().disconnect(peer);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void disconnectingAtTheMomentWhenTheWriterEndsStillSendsFin(int idleMillis) throws Exception {
        try (Rig rig = rig(idleMillis)) {
            for (int i = 0; i < 300; i++) {
                Socket client = rig.connect();
                Peer peer = rig.peer(client);
                assertThat(rig.server.conversations().send(peer, new byte[] {1, 2}, Origin.PERSON))
                        .isTrue();
                awaitTaken(rig.server, peer);
                rig.server.conversations().disconnect(peer);
                assertThat(client.getInputStream().readAllBytes()).containsExactly(1, 2);
                client.close();
                Event.Left left = rig.sink.awaitLeft(peer);
                assertThat(left).isEqualTo(new Event.Left(peer, Event.Reason.CLOSED_HERE, 0, ""));
                List<Event> events = rig.sink.events(peer);
                assertThat(events.get(events.size() - 1)).isEqualTo(left);
            }
        }
    }

    /**
     * Its time limits are longer than the client's timeout of 20 s, so only a FIN that is sent at once arrives in time.
     */
    private Rig rig(int idleMillis) {
        return new Rig(
                new TimeLimits(new HalfClose(60_000, 60_000), 60_000, 60_000, idleMillis), new RecordingSink(), system);
    }

    private static boolean waitsForWork(Thread thread) {
        return thread.getName().equals("write") && thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static void sendNumbers(TcpServer server, Peer peer, int sender) {
        for (int i = 0; i < SENDS; i++) {
            byte[] bytes = ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(sender)
                    .putInt(i)
                    .array();
            assertThat(server.conversations().send(peer, bytes, Origin.PERSON)).isTrue();
            awaitTaken(server, peer);
        }
    }

    private static void awaitTaken(TcpServer server, Peer peer) {
        while (server.conversations().waitingBytes(peer) > 0) {
            Thread.yield();
        }
    }
}
