package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live rows, rows of the reopened capture and reframed rows are equal for random events, and no byte is missing. */
class ReplayTest {
    private static final byte[] ALPHABET = {'a', 'b', '\n', '\r', (byte) 0xC4, (byte) 0xE3, (byte) 0xE4, 0};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines",
                "received",
                "delimiter:C4E3",
                "fixed:1000",
                "length:1,1",
                "length:0,2,be,whole",
                "silence:300"
            })
    void liveReopenedAndReframedRowsAreEqual(String text) throws IOException, Problem {
        Framing framing = Framing.parse(text);
        for (long seed = 0; seed < 8; seed++) {
            Path own = Files.createDirectory(folder.resolve(text.replace(':', '-') + "-" + seed));
            try (Scene scene = new Scene(own, framing)) {
                Map<Integer, ByteArrayOutputStream> in = new HashMap<>();
                Map<Integer, ByteArrayOutputStream> out = new HashMap<>();
                play(scene, new Random(seed), in, out);
                List<String> live = Scene.seen(scene.journal);
                for (int id : in.keySet()) {
                    assertThat(bytes(scene, id, Row.Kind.RECEIVED))
                            .as("seed %d", seed)
                            .isEqualTo(in.get(id).toByteArray());
                    assertThat(bytes(scene, id, Row.Kind.SENT))
                            .as("seed %d", seed)
                            .isEqualTo(out.get(id).toByteArray());
                }
                try (Journal reopened = scene.reopened(framing)) {
                    assertThat(Scene.seen(reopened)).as("seed %d", seed).isEqualTo(live);
                    reopened.reframe(other(framing));
                    reopened.reframe(framing);
                    assertThat(Scene.seen(reopened)).as("seed %d", seed).isEqualTo(live);
                }
            }
        }
    }

    private static Framing other(Framing framing) {
        return framing.equals(Framing.LINES) ? Framing.RECEIVED : Framing.LINES;
    }

    private static void play(
            Scene scene,
            Random random,
            Map<Integer, ByteArrayOutputStream> in,
            Map<Integer, ByteArrayOutputStream> out) {
        List<Peer> there = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            there.add(scene.joins(id));
            in.put(id, new ByteArrayOutputStream());
            out.put(id, new ByteArrayOutputStream());
        }
        for (int i = 0; i < 300 && !there.isEmpty(); i++) {
            Peer peer = there.get(random.nextInt(there.size()));
            byte[] bytes = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 30_000 : 20)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = ALPHABET[random.nextInt(ALPHABET.length)];
            }
            int what = random.nextInt(100);
            if (what < 60) {
                in.get(peer.id()).writeBytes(bytes);
                scene.receives(peer, bytes, random.nextInt(4) == 0 ? random.nextInt(1500) : 0);
            } else if (what < 80) {
                out.get(peer.id()).writeBytes(bytes);
                scene.sends(peer, bytes, random.nextBoolean());
            } else if (what < 97) {
                scene.silent(peer, random.nextBoolean() ? 200 : 1000);
            } else {
                scene.leaves(peer);
                there.remove(peer);
            }
        }
        there.forEach(scene::leaves);
    }

    private static byte[] bytes(Scene scene, int peer, Row.Kind kind) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        scene.rows().stream()
                .filter(row -> row.peerId() == peer && row.kind() == kind)
                .forEach(row -> all.writeBytes(row.bytes()));
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second conversation on the same ports"})
    void aReusedPortIsAnotherPeer(String text) throws IOException {
        Path own = Files.createDirectory(folder.resolve(text));
        try (Scene scene = new Scene(own, Framing.LINES)) {
            Peer before = scene.joins(1);
            scene.receives(before, "one\n");
            scene.leaves(before);
            Peer after = new Peer(2, before.local(), before.remote());
            scene.journal.on(new Event.Joined(after));
            scene.receives(after, text + "\n");
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(Scene.seen(reopened)).isEqualTo(Scene.seen(scene.journal));
                assertThat(Scene.rows(reopened)).extracting(Row::peerId).containsExactly(1, 1, 1, 2, 2);
            }
        }
    }

    @Test
    void everythingBeforeAKillIsReadWhereverTheFileEnds() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            long[] ends = new long[5];
            for (int i = 0; i < ends.length; i++) {
                scene.receives(peer, "row " + i + "\n");
                ends[i] = scene.journal.storage().bytes();
            }
            Path torn = folder.resolve("torn.pcapng");
            for (long length = ends[0]; length <= ends[4]; length++) {
                Files.copy(scene.file, torn, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(torn, StandardOpenOption.WRITE)) {
                    channel.truncate(length);
                }
                long at = length;
                long whole =
                        java.util.Arrays.stream(ends).filter(end -> end <= at).count();
                try (Journal read = JournalFactory.open(torn, folder, Framing.LINES, (event, time) -> {})) {
                    assertThat(read.rows()).as("cut at %d", length).isEqualTo(1 + whole);
                }
            }
        }
    }

    @Test
    void aDamagedRecordHarmsNoOther() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\n");
            long start = scene.journal.storage().bytes();
            scene.receives(peer, "two\n");
            scene.receives(peer, "three\n");
            try (FileChannel channel = FileChannel.open(scene.file, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}), start + 20); // its packet's length
            }
            try (Journal read = scene.reopened(Framing.LINES)) {
                assertThat(Scene.rows(read))
                        .hasSize(3)
                        .last()
                        .satisfies(row -> assertThat(row.bytes()).hasSize(6));
            }
        }
    }

    @Test
    void anOpenRowOfAKilledProgramIsARow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "prompt> ");
            scene.sends(peer, "half an answer".getBytes(Scene.UTF_8), false);
            try (Journal read = scene.reopened(Framing.LINES)) {
                assertThat(Scene.texts(read)).containsExactly("prompt> ", "half an answer");
                read.reframe(Framing.RECEIVED);
                read.reframe(Framing.LINES);
                assertThat(Scene.texts(read)).containsExactly("prompt> ", "half an answer");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "received", "delimiter:3B", "fixed:4", "length:0,1", "silence:20", "silence:5000"})
    void aLongSilenceIsKnownToEveryFramingThatIsChosenLater(String text) throws Exception {
        Framing first = Framing.parse(text);
        for (String other :
                List.of("lines", "received", "delimiter:3B wait:1000", "fixed:100 wait:600", "silence:900")) {
            Path own = Files.createDirectory(folder.resolve((text + " " + other).replace(':', ' ')));
            try (Scene scene = new Scene(own, first)) {
                Peer peer = scene.joins(1);
                scene.receives(peer, "two;lines");
                int wait = scene.journal.silenceMillis(peer);
                while (wait > 0) {
                    scene.silent(peer, wait);
                    wait = scene.journal.silenceMillis(peer);
                }
                scene.journal.reframe(Framing.parse(other));
                assertThat(String.join("", scene.received())).as(other).isEqualTo("two;lines");
            }
        }
    }

    @Test
    void rowsAreTheSameLiveReopenedAndSplitAgain() throws Exception {
        Random random = new Random(23);
        for (String text :
                List.of("lines", "lines wait:300", "delimiter:0D0A", "fixed:7 wait:400", "length:0,1", "silence:50")) {
            Framing framing = Framing.parse(text);
            Path own = Files.createDirectory(folder.resolve("same " + text.replace(':', ' ')));
            try (Scene scene = new Scene(own, framing)) {
                Peer peer = scene.joins(1);
                for (int i = 0; i < 300; i++) {
                    byte[] bytes = new byte[1 + random.nextInt(9)];
                    for (int j = 0; j < bytes.length; j++) {
                        bytes[j] = "\1\4ab\r\n\0x".getBytes(Scene.UTF_8)[random.nextInt(8)];
                    }
                    scene.receives(peer, bytes, random.nextInt(5) == 0 ? random.nextInt(1_500) : 0);
                    int wait = scene.journal.silenceMillis(peer);
                    if (wait > 0 && random.nextInt(4) == 0) {
                        scene.silent(peer, wait);
                    }
                }
                scene.journal.on(new Event.FinishedSending(peer));
                List<String> live = Scene.seen(scene.journal);
                scene.journal.reframe(Framing.RECEIVED);
                scene.journal.reframe(framing);
                assertThat(Scene.seen(scene.journal)).as(text).isEqualTo(live);
                try (Journal reopened = scene.reopened(framing)) {
                    assertThat(Scene.seen(reopened)).as(text).isEqualTo(live);
                }
            }
        }
    }

    @Test
    void aShortSilenceOfAQuickerFramingEndsNoLine() throws IOException {
        try (Scene scene = new Scene(folder, new SilenceFraming(20))) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one ");
            scene.silent(peer, 20);
            scene.receives(peer, "line\n".getBytes(Scene.UTF_8), 30);
            assertThat(scene.received()).containsExactly("one ");
            scene.journal.reframe(Framing.LINES);
            assertThat(scene.received()).containsExactly("one line\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 10})
    void aShortSilenceIsReadBack(int millis) throws IOException {
        Framing framing = new SilenceFraming(millis);
        Path own = Files.createDirectory(folder.resolve("silence" + millis));
        try (Scene scene = new Scene(own, framing)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one");
            scene.silent(peer, millis);
            scene.receives(peer, "two");
            scene.receives(peer, "three".getBytes(Scene.UTF_8), millis);
            scene.leaves(peer);
            assertThat(scene.received()).containsExactly("one", "two", "three");
            try (Journal reopened = scene.reopened(framing)) {
                assertThat(Scene.seen(reopened)).isEqualTo(Scene.seen(scene.journal));
            }
        }
    }
}
