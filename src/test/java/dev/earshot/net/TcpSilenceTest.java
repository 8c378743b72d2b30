package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TcpSilenceTest {

    @Test
    void silenceIsReportedRepeatedlyAndTheBlockedTimeAddsUp() throws Exception {
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink().silence(any -> 30), SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(new byte[] {(byte) 0xE4, (byte) 0xBD});
            rig.sink.awaitBytes(peer, 2);
            long asked = rig.sink.all(Event.Silent.class).size();
            rig.sink.await(
                    Event.Silent.class,
                    silent -> rig.sink.all(Event.Silent.class).size() >= asked + 3);
            client.getOutputStream().write(0xA0);
            assertThat(rig.sink.awaitBytes(peer, 3)).containsExactly(0xE4, 0xBD, 0xA0);

            List<Event> events = rig.sink.events(peer);
            long blocked = 0;
            for (Event event : events.subList(1, events.size())) {
                if (event instanceof Event.Silent silent) {
                    assertThat(silent.blockedNanos()).isGreaterThanOrEqualTo(blocked + millis(30) - millis(1));
                    blocked = silent.blockedNanos();
                } else if (event instanceof Event.Received received) {
                    assertThat(received.blockedNanos()).isGreaterThanOrEqualTo(blocked);
                    blocked = 0;
                }
            }
        }
    }

    @Test
    void noSilenceIsReportedIfTheSinkWantsNone() throws Exception {
        RecordingSink sink = new RecordingSink().silence(peer -> peer.id() == 1 ? 0 : 20);
        try (Rig rig = new Rig(Rig.LIMITS, sink, SystemCalls.REAL)) {
            Socket quiet = rig.connect();
            rig.peer(quiet);
            Socket watched = rig.connect();
            Peer peer = rig.peer(watched);
            sink.await(
                    Event.Silent.class, silent -> sink.all(Event.Silent.class).size() > 2);
            assertThat(sink.all(Event.Silent.class))
                    .extracting(Event.Silent::peer)
                    .containsOnly(peer);
        }
    }

    @Test
    void timeSpentInTheSinkIsNotTimeBlocked() throws Exception {
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Received) {
                busyFor(millis(50));
            }
        });
        try (Rig rig = new Rig(Rig.LIMITS, sink, SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(new byte[200_000]);
            sink.awaitBytes(peer, 200_000);
            long shortest = sink.all(Event.Received.class).stream()
                    .mapToLong(Event.Received::blockedNanos)
                    .min()
                    .orElseThrow();
            assertThat(shortest).isLessThan(millis(50));
        }
    }

    @Test
    void silencesDoNotChangeTheBytesRead() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink().silence(any -> 1), SystemCalls.REAL)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            byte[] bytes = new byte[300_000];
            random.nextBytes(bytes);
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(1 + random.nextInt(20_000), bytes.length - at);
                client.getOutputStream().write(bytes, at, length);
                at += length;
                rig.sink.awaitBytes(peer, at);
                int silences = rig.sink.all(Event.Silent.class).size();
                rig.sink.await(event -> rig.sink.all(Event.Silent.class).size() > silences);
            }
            assertThat(rig.sink.bytesFrom(peer)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    private static void busyFor(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static long millis(int count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
