package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes of people stay on the bytes they were put on: under every framing, and in the reopened capture. */
class RowNotesTest {
    @TempDir
    Path folder;

    @Test
    void aNoteIsInItsRowAndInTheReopenedCaptureAndMakesNoRow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\ntwo\nthree\n");
            scene.sends(peer, "answer".getBytes(Scene.UTF_8), true);
            scene.journal.notes().put(2, 0, "check \"this\"\\ 温度");
            scene.journal.notes().put(4, 0, "ours");
            scene.journal.notes().put(0, 0, "who is that?");
            Map<Long, String> expected = Map.of(0L, "who is that?", 2L, "check \"this\"\\ 温度", 4L, "ours");

            assertThat(notes(scene.journal)).isEqualTo(expected);
            assertThat(scene.journal.notes().rows()).isEqualTo(expected);
            assertThat(scene.rows()).hasSize(5);
            assertThat(scene.read(2, 100).bytes()).asString().isEqualTo("two\n");
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(notes(reopened)).isEqualTo(expected);
                assertThat(Scene.seen(reopened)).isEqualTo(Scene.seen(scene.journal));
            }
        }
    }

    @Test
    void theLastNoteOfARowWinsAndAnEmptyOneRemovesIt() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "one\ntwo\n");
            int before = scene.journal.notes().version();
            scene.journal.notes().put(1, 0, "first");
            scene.journal.notes().put(1, 0, "  second\nline  ");
            scene.journal.notes().put(2, 0, "gone");
            scene.journal.notes().put(2, 0, "");

            assertThat(scene.journal.notes().version()).isGreaterThan(before);
            assertThat(notes(scene.journal)).isEqualTo(Map.of(1L, "second line"));
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(notes(reopened)).isEqualTo(Map.of(1L, "second line"));
            }
        }
    }

    @Test
    void aNoteStaysOnItsByteUnderAnotherFraming() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            Peer other = scene.joins(2);
            scene.receives(peer, "aaaa\nbb");
            scene.receives(other, "xx\n");
            scene.receives(peer, "bb\ncccc\n");
            scene.journal.notes().put(4, 0, "on bbbb"); // begins in the first read and ends in the second
            assertThat(scene.read(4, 9).bytes()).asString().isEqualTo("bbbb\n");
            scene.journal.notes().put(5, 0, "on cccc");

            scene.journal.reframe(Framing.RECEIVED);
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("aaaa\nbb", "on bbbb", "bb\ncccc\n", "on cccc"));
            scene.journal.reframe(new FixedLengthFraming(15));
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("aaaa\nbbbb\ncccc\n", "on bbbb / on cccc"));
            scene.journal.notes().put(2, 2, "both");
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("aaaa\nbbbb\ncccc\n", "both"));
            scene.journal.reframe(Framing.LINES);
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("bbbb\n", "both"));
        }
    }

    @Test
    void aNoteInAMessageThatGrowsIsShownWhenItEnds() throws IOException {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            Peer other = scene.joins(2);
            scene.receives(peer, "beg");
            scene.journal.notes().put(2, 0, "begun");
            scene.journal.reframe(Framing.LINES);
            assertThat(notes(scene.journal)).isEmpty();
            scene.receives(other, "xx\n");
            scene.receives(peer, "in");
            assertThat(notes(scene.journal)).isEmpty();
            scene.receives(peer, "ning\n");
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("beginning\n", "begun"));
            scene.journal.reframe(Framing.RECEIVED);
            scene.journal.reframe(Framing.LINES);
            assertThat(notesByText(scene.journal)).isEqualTo(Map.of("beginning\n", "begun"));
        }
    }

    @Test
    void recordsOfTheSameTimeAreToldApart() throws IOException {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 4; i++) { // under the lock, and so at one time
                scene.journal.maintain(time -> {
                    byte[] bytes = {'a', 'b', 'c'};
                    for (int at = 0; at < 3; at++) {
                        scene.journal.record(new Event.Received(peer, bytes, at, 1, 0), time);
                    }
                    return null;
                });
            }
            for (long row = 1; row <= 12; row++) {
                scene.journal.notes().put(row, 0, "note " + row);
            }
            try (Journal reopened = scene.reopened(Framing.RECEIVED)) {
                assertThat(notes(reopened)).isEqualTo(notes(scene.journal)).hasSize(12);
            }
        }
    }

    @Test
    void aNoteIsFoundAfterTheClockWasSetBack() throws IOException {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            long[] times = new long[1];
            scene.journal.maintain(time -> {
                times[0] = time;
                return null;
            });
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] bytes = {(byte) ('A' + i)};
                long time = times[0] - (i % 7) * 1_000_000_000L + i; // neither rising nor falling
                scene.journal.maintain(now -> {
                    scene.journal.record(new Event.Received(peer, bytes, 0, 1, 0), time);
                    return null;
                });
                scene.journal.notes().put(i + 1L, 0, "on " + (char) bytes[0]);
                expected.add("on " + (char) bytes[0]);
            }
            try (Journal reopened = scene.reopened(Framing.RECEIVED)) {
                assertThat(notes(reopened).values()).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void aNoteIsNotPutOnARowOfAnotherGeneration() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "one\ntwo\n");
            scene.journal.reframe(Framing.RECEIVED);
            assertThatThrownBy(() -> scene.journal.notes().put(1, 0, "late")).isInstanceOf(RowsChangedException.class);
            assertThat(notes(scene.journal)).isEmpty();
        }
    }

    @Test
    void notesOnAnOpenedCaptureGoToTheirStore() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "one\ntwo\nthree\n");
            scene.journal.notes().put(1, 0, "recorded");
            scene.journal.notes().put(2, 0, "recorded too");
            List<RowNote> kept = new ArrayList<>();
            try (Journal first = scene.reopened(Framing.LINES)) {
                first.notes().keepIn(List.of(), all -> {
                    kept.clear();
                    kept.addAll(all);
                });
                first.notes().put(1, 0, "kept");
                first.notes().put(2, 0, "");
                first.notes().put(3, 0, "new");
                assertThat(notes(first)).isEqualTo(Map.of(1L, "kept", 3L, "new"));
            }
            long size = scene.file.toFile().length();
            try (Journal second = scene.reopened(Framing.RECEIVED)) {
                second.notes().keepIn(kept, all -> {
                    throw new IOException("no room");
                });
                assertThat(notesByText(second)).isEqualTo(Map.of("one\ntwo\nthree\n", "kept / new"));
                assertThatThrownBy(() -> second.notes().put(1, 0, "lost")).hasMessage("no room");
                assertThat(notesByText(second)).isEqualTo(Map.of("one\ntwo\nthree\n", "kept / new"));
            }
            assertThat(scene.file.toFile().length()).isEqualTo(size);
        }
    }

    private static Map<Long, String> notes(Journal journal) {
        Map<Long, String> notes = new TreeMap<>();
        Scene.rows(journal).stream()
                .filter(row -> !row.note().isEmpty())
                .forEach(row -> notes.put(row.number(), row.note()));
        return notes;
    }

    private static Map<String, String> notesByText(Journal journal) {
        Map<String, String> notes = new TreeMap<>();
        Scene.rows(journal).stream()
                .filter(row -> !row.note().isEmpty())
                .forEach(row -> notes.put(new String(row.bytes(), Scene.UTF_8), row.note()));
        return notes;
    }
}
