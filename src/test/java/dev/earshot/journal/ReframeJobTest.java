package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows stay as they are until a reframe job is done, and if it ends early. */
class ReframeJobTest {
    private static final Framing OTHER = new FixedLengthFraming(100);

    @TempDir
    Path folder;

    @Test
    void cancellingBeforeTheRunChangesNothing() throws IOException {
        try (Scene scene = scene()) {
            int generation = scene.journal.generation();
            ReframeJob asked = scene.journal.reframes().request(OTHER, peer -> null);
            assertThat(scene.journal.framing()).isEqualTo(OTHER);
            assertThat(scene.journal.reframes().progress()).isZero();
            scene.journal.reframes().cancel();
            asked.run();
            assertUntouched(scene.journal, generation);
            assertThat(scene.received()).containsExactly("one\n", "two\n");
        }
    }

    @Test
    void cancellingInTheMiddleChangesNothing() throws Exception {
        inTheMiddle((journal, generation) -> {
            journal.reframes().cancel();
            assertUntouched(journal, generation);
        });
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .as("no index is left behind")
                    .extracting(Path::getFileName)
                    .containsExactly(Path.of("big.pcapng"));
        }
    }

    @Test
    void anotherFramingEndsARunningJob() throws Exception {
        AtomicReference<ReframeJob> next = new AtomicReference<>();
        inTheMiddle((journal, generation) -> {
            next.set(journal.reframes().request(Framing.RECEIVED, peer -> null));
            assertThat(journal.framing()).isEqualTo(Framing.RECEIVED);
            assertThat(journal.reframes().progress()).isZero();
        });
        assertThat(next.get()).isNotNull();
    }

    /** The action of a test while a part of the history is being split. */
    private interface Meanwhile {
        void act(Journal journal, int generation);
    }

    /** Acts in the middle of a job: a blocked write holds the lock that the job needs to take over. */
    private void inTheMiddle(Meanwhile meanwhile) throws Exception {
        AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
        CountDownLatch standing = new CountDownLatch(1);
        Path file = folder.resolve("big.pcapng");
        FaultyDisk disk = new FaultyDisk(write -> {
            if (gate.get().getCount() > 0) {
                standing.countDown();
            }
            waitFor(gate.get());
            return false;
        });
        try (Journal journal = disk.journal(file, Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            fill(journal, peer, 6 << 20);
            long rows = journal.rows();
            int generation = journal.generation();
            gate.set(new CountDownLatch(1));
            CompletableFuture<Void> writing = inAThread(() -> receive(journal, peer, "late\n"));
            waitFor(standing);
            CompletableFuture<Void> cutting =
                    inAThread(() -> run(journal.reframes().request(OTHER, one -> null)));
            await().until(() -> journal.reframes().progress() > 0);
            assertThat(journal.reframes().progress()).isLessThanOrEqualTo(1);
            assertThat(journal.framing()).isEqualTo(OTHER);
            meanwhile.act(journal, generation);
            gate.get().countDown();
            cutting.get(60, TimeUnit.SECONDS);
            writing.get(60, TimeUnit.SECONDS);
            assertThat(journal.generation()).isEqualTo(generation);
            assertThat(journal.rows()).isEqualTo(rows + 1);
        }
    }

    /** Runs each task on its own thread: on two processors the common pool has one, and would wait for itself. */
    private static CompletableFuture<Void> inAThread(Runnable task) {
        return CompletableFuture.runAsync(task, command -> new Thread(command).start());
    }

    @Test
    void theSameFramingTwiceRunsTwice() throws IOException {
        try (Scene scene = scene()) {
            scene.journal.reframe(new FixedLengthFraming(4));
            int generation = scene.journal.generation();
            scene.journal.reframe(new FixedLengthFraming(4));
            assertThat(scene.journal.generation()).isNotEqualTo(generation);
            assertThat(scene.journal.reframes().progress()).isEqualTo(-1);
            ReframeJob first = scene.journal.reframes().request(OTHER, peer -> null);
            ReframeJob second = scene.journal.reframes().request(new FixedLengthFraming(100), peer -> null);
            first.run();
            assertThat(scene.received()).as("an equal one replaced it").containsExactly("one\n", "two\n");
            assertThat(scene.journal.reframes().progress()).isZero();
            second.run();
            assertThat(scene.journal.reframes().progress()).isEqualTo(-1);
            assertThat(scene.journal.framing()).isEqualTo(OTHER);
            assertThat(scene.received()).isEmpty();
        }
    }

    @Test
    void aFailedJobChangesNothing() throws IOException {
        Path indexes = Files.createDirectory(folder.resolve("indexes"));
        Path file = folder.resolve("one.pcapng");
        try (Journal journal = JournalFactory.create(file, indexes, Framing.LINES, (event, time) -> {})) {
            int generation = journal.generation();
            Files.delete(indexes);
            assertThatThrownBy(() -> journal.reframe(OTHER)).isInstanceOf(IOException.class);
            assertUntouched(journal, generation);
        }
    }

    private static void assertUntouched(Journal journal, int generation) {
        assertThat(journal.framing()).isEqualTo(Framing.LINES);
        assertThat(journal.generation()).isEqualTo(generation);
        assertThat(journal.reframes().progress()).isEqualTo(-1);
    }

    private Scene scene() throws IOException {
        Scene scene = new Scene(folder, Framing.LINES);
        Peer peer = scene.joins(1);
        scene.receives(peer, "one\ntwo\n");
        return scene;
    }

    private static void fill(Journal journal, Peer peer, int bytes) {
        byte[] piece = new byte[30_000];
        Arrays.fill(piece, (byte) 'x');
        piece[piece.length - 1] = '\n';
        for (int i = 0; i < bytes; i += piece.length) {
            journal.on(new Event.Received(peer, piece, 0, piece.length, 0));
        }
    }

    private static void receive(Journal journal, Peer peer, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        journal.on(new Event.Received(peer, bytes, 0, bytes.length, 0));
    }

    private static void run(ReframeJob reframing) {
        try {
            reframing.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitFor(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
