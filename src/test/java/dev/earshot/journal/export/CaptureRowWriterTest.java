package dev.earshot.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.Row;
import dev.earshot.journal.Scene;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were exported as a capture are the same rows when it is opened. */
class CaptureRowWriterTest {
    @TempDir
    Path folder;

    private List<Row> reopened(Scene scene, Framing framing, Predicate<Row> wanted) throws IOException {
        Path target = folder.resolve("rows.pcapng");
        ChosenRows all =
                new ChosenRows(List.of(new RowRange(0, scene.journal.rows() - 1)), null, scene.journal.generation());
        new RowExport(scene.journal, all, wanted, new TaskProgress())
                .writeFile(target, out -> new CaptureRowWriter(out, peer -> null));
        try (Journal journal = JournalFactory.open(target, folder, framing, (event, time) -> {})) {
            return Scene.rows(journal);
        }
    }

    private static List<String> seen(List<Row> rows) {
        return rows.stream()
                .map(row -> row.kind() + " " + row.epochNanos() + " " + row.peer() + " " + row.completeness() + " "
                        + row.event() + " " + row.origin() + " " + row.note() + " " + row.lastedMillis() / 1000 + " "
                        + Arrays.hashCode(row.bytes()) + " " + row.length())
                .toList();
    }

    @Test
    void everyKindOfRowIsReadAgain() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = Scene.peer(1);
            scene.journal.on(new Event.Opened(peer.local()));
            scene.joins(1);
            scene.receives(peer, "one\ntwo\nth");
            scene.receives(peer, "ree\n");
            for (int i = 0; i < 60; i++) {
                scene.receives(peer, "x".repeat(50_000));
            }
            scene.receives(peer, "\n");
            byte[] sent = "y".repeat(200_000).getBytes(Scene.UTF_8);
            for (int at = 0; at < sent.length; at += 50_000) {
                scene.journal.on(
                        new Event.Sending(peer, sent, at, 50_000, at == 150_000, new Origin(OriginKind.RULE, "1 a")));
            }
            scene.journal.on(TcpNote.STALLED.about(peer, 100));
            Peer server = new Peer(
                    2, new InetSocketAddress("::1", 40_000), new InetSocketAddress("::1", 80), Transport.TCP_OUT);
            scene.journal.on(new Event.Joined(server));
            scene.receives(server, "answer\n");
            Peer udp = new Peer(3, peer.local(), new InetSocketAddress("127.0.0.1", 9), Transport.UDP);
            scene.journal.on(new Event.Joined(udp));
            scene.receives(udp, "datagram");
            scene.receives(udp, "");
            scene.sends(udp, new byte[] {1}, true);
            scene.journal.on(new Event.FinishedSending(peer));
            scene.leaves(peer);
            scene.leaves(udp);
            scene.journal.on(new Event.Closed(peer.local()));
            for (long row : new long[] {1, 2, 6, 9}) {
                scene.journal.notes().put(row, scene.journal.generation(), "note on " + row);
            }
            assertThat(seen(reopened(scene, Framing.LINES, row -> true))).isEqualTo(seen(scene.rows()));
        }
    }

    @Test
    void messagesThatEndedBySilenceDoSoAgain() throws IOException {
        Framing silence = new SilenceFraming(50);
        try (Scene scene = new Scene(folder, silence)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 3; i++) {
                scene.receives(peer, "ab".getBytes(Scene.UTF_8), 60);
                awaitMillis(60); // rows are as far apart as the reader says that it has waited
            }
            List<Row> rows = scene.rows();
            assertThat(rows).hasSize(3);
            List<Row> again = reopened(scene, silence, row -> true);
            // The last one has not ended in the journal yet, but it has in a capture that was closed.
            assertThat(seen(again.subList(0, rows.size()))).isEqualTo(seen(rows));
        }
    }

    private static void awaitMillis(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void someRowsOfAClientAreAConversationOfTheirOwn() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(7);
            scene.receives(peer, "one\ntwo\n");
            scene.sends(peer, "three\n".getBytes(Scene.UTF_8), true);
            scene.receives(peer, "four\n");
            scene.leaves(peer);
            List<Row> expected = scene.rows().stream()
                    .filter(row -> row.number() > 1 && row.number() != 3)
                    .toList();
            List<Row> again = reopened(scene, Framing.LINES, row -> row.number() > 1 && row.number() != 3);
            assertThat(seen(again)).isEqualTo(seen(expected));
        }
    }
}
