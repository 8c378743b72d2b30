package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture that another program has damaged is read as far as possible, and no thread hangs or ends. */
class DamageTest {
    @TempDir
    Path folder;

    @Test
    void anEventWithADamagedLengthHarmsNoOther() throws IOException {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE - 255, 1 << 20}) {
            Path own = Files.createDirectory(folder.resolve("length" + length));
            try (Scene scene = new Scene(own, Framing.LINES)) {
                Peer peer = Scene.peer(1);
                scene.journal.on(new Event.Opened(peer.local()));
                long start = scene.journal.storage().bytes();
                scene.journal.on(TcpNote.ACCEPT_FAILING.note("Too many open files"));
                scene.joins(1);
                scene.receives(peer, "after\n");
                put(scene.file, start + 20, length);
                try (Journal read = scene.reopened(Framing.LINES)) {
                    assertThat(read.rows()).as("length %d", length).isEqualTo(3);
                }
            }
        }
    }

    @Test
    void bytesThatCannotBeReadAreCounted() throws IOException {
        byte[] whole = capture();
        Path torn = folder.resolve("torn.pcapng");
        Files.write(torn, whole);
        assertThat(state(torn)).isEqualTo(CaptureState.WELL);
        Files.write(torn, Arrays.copyOf(whole, whole.length - 3));
        assertThat(state(torn).notKept()).isBetween(1L, 300L);
        Files.write(torn, new byte[100], StandardOpenOption.APPEND);
        assertThat(state(torn).kind()).isEqualTo(CaptureState.Kind.DAMAGED);
        Files.write(torn, whole);
        Files.write(torn, new byte[100], StandardOpenOption.APPEND);
        assertThat(state(torn)).isEqualTo(new CaptureState(CaptureState.Kind.DAMAGED, torn.toString(), 0, 100));
    }

    @Test
    void whatAnotherProgramHasCutOffIsCounted() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            long start = scene.journal.storage().bytes();
            scene.receives(peer, "abc\n");
            put(scene.file, start + 24, 20 + 20 + 4 + 3);
            try (Journal read = scene.reopened(Framing.LINES)) {
                assertThat(read.storage().state().notKept()).isEqualTo(3);
            }
        }
    }

    @Test
    void aPacketWithADamagedLengthIsCounted() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            long start = scene.journal.storage().bytes();
            scene.receives(peer, "abc\n");
            long end = scene.journal.storage().bytes();
            scene.receives(peer, "after\n");
            put(scene.file, start + 20, 1 << 20);
            try (Journal read = scene.reopened(Framing.LINES)) {
                assertThat(read.storage().state().notKept()).isEqualTo(end - start);
            }
        }
    }

    private CaptureState state(Path file) throws IOException {
        try (Journal read = JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {})) {
            return read.storage().state();
        }
    }

    @Test
    void damageCausesNothingButAnException() throws IOException {
        Path torn = folder.resolve("torn.pcapng");
        byte[] whole = capture();
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                byte[] some = {0, 1, 4, 5, 6, 0x7F, (byte) 0x80, (byte) 0xFF, (byte) random.nextInt()};
                bytes[random.nextInt(bytes.length)] = some[random.nextInt(some.length)];
            }
            Files.write(torn, bytes);
            readAll(torn, seed % 2 == 0 ? Framing.LINES : Framing.RECEIVED, seed);
        }
    }

    private void readAll(Path torn, Framing framing, long seed) {
        try (Journal read = JournalFactory.open(torn, folder, framing, (event, time) -> {});
                RowReader rows = read.reader()) {
            for (long i = 0; i < rows.count(); i++) {
                readOne(rows, i);
            }
        } catch (IOException e) {
            assertThat(e).isNotNull(); // said to the person
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void readOne(RowReader rows, long number) {
        try {
            assertThat(rows.read(number, Integer.MAX_VALUE)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull(); // shown in the row's place
        }
    }

    private byte[] capture() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.journal.on(new Event.Opened(peer.local()));
            scene.receives(peer, "one\ntw");
            scene.receives(peer, "o\n".getBytes(UTF_8), 300);
            scene.sends(peer, "answer".getBytes(UTF_8), true);
            scene.journal.on(TcpNote.STALLED.about(peer, "65536"));
            scene.receives(peer, "\n".repeat(40));
            scene.silent(peer, 200);
            scene.leaves(peer);
            scene.journal.on(new Event.Closed(peer.local()));
            return Files.readAllBytes(scene.file);
        }
    }

    private static void put(Path file, long at, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer four =
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
            channel.write(four.flip(), at);
        }
    }

    @Test
    void aShortenedCaptureRefusesReframingAndCopying() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            byte[] piece = new byte[30_000];
            Arrays.fill(piece, (byte) '\n');
            for (int i = 0; i < 50; i++) {
                scene.receives(peer, piece);
            }
            long rows = scene.journal.rows();
            try (FileChannel channel = FileChannel.open(scene.file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 50);
            }
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                assertThatThrownBy(() -> scene.journal.reframe(Framing.RECEIVED))
                        .isInstanceOf(EOFException.class);
                assertThatThrownBy(
                                () -> scene.journal.storage().copyTo(folder.resolve("copy.pcapng"), new TaskProgress()))
                        .isInstanceOf(EOFException.class);
            });
            assertThat(scene.journal.rows()).isEqualTo(rows);
            assertThat(scene.journal.framing()).isEqualTo(Framing.LINES);
            assertThat(folder.resolve("copy.pcapng")).doesNotExist();
        }
    }
}
