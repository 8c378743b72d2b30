package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many peers are recorded at the same time while the framing changes: each keeps its own bytes in their order. */
class ManyPeersTest {
    private static final int PEERS = 24;
    private static final int LINES = 200;

    @TempDir
    Path folder;

    @Test
    void rowsOfEachPeerAreCompleteAndInOrderWhileTheFramingChanges() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            List<Thread> readers = new ArrayList<>();
            for (int id = 1; id <= PEERS; id++) {
                Peer peer = scene.joins(id);
                Thread reader = new Thread(() -> flood(scene.journal, peer));
                readers.add(reader);
                reader.start();
            }
            boolean lines = true;
            while (readers.stream().anyMatch(Thread::isAlive)) {
                lines = !lines;
                scene.journal.reframe(lines ? Framing.LINES : new FixedLengthFraming(7));
            }
            scene.journal.reframe(Framing.LINES);
            assertComplete(Scene.rows(scene.journal));
        }
        try (Journal again =
                JournalFactory.open(folder.resolve("session.pcapng"), folder, Framing.LINES, (event, time) -> {})) {
            assertComplete(Scene.rows(again));
        }
    }

    private static String line(int peer, int number) {
        return "client " + peer + " line " + number + " 温度\n";
    }

    /** Gives all lines of a peer in pieces that end anywhere. */
    private static void flood(Journal journal, Peer peer) {
        Random random = new Random(peer.id());
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            all.append(line(peer.id(), i));
        }
        byte[] bytes = all.toString().getBytes(Scene.UTF_8);
        byte[] buffer = new byte[64];
        for (int at = 0, count; at < bytes.length; at += count) {
            count = Math.min(1 + random.nextInt(buffer.length), bytes.length - at);
            System.arraycopy(bytes, at, buffer, 0, count);
            journal.on(new Event.Received(peer, buffer, 0, count, 0));
        }
    }

    private static void assertComplete(List<Row> rows) {
        Map<Integer, Integer> next = new HashMap<>();
        for (Row row : rows) {
            if (row.kind() == Row.Kind.RECEIVED) {
                int number = next.merge(row.peer().id(), 1, Integer::sum) - 1;
                assertThat(new String(row.bytes(), Scene.UTF_8))
                        .isEqualTo(line(row.peer().id(), number));
            }
        }
        assertThat(next)
                .hasSize(PEERS)
                .allSatisfy((peer, count) -> assertThat(count).isEqualTo(LINES));
    }
}
