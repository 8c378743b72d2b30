package dev.earshot.journal.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.files.FileInUseException;
import dev.earshot.files.NotRegularException;
import dev.earshot.journal.Row;
import dev.earshot.journal.Scene;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file to which rows are written as they come. */
class LogFileWriterTest {
    private static final int FINISH_MILLIS = 30_000;

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final LogFileWriter.Listener listener = new LogFileWriter.Listener() {
        @Override
        public void failed(String reason) {
            told.add("failed");
        }

        @Override
        public void recovered() {
            told.add("recovered");
        }
    };

    /** Writes a heading and the bytes of messages. */
    private record Plain(OutputStream out) implements RowWriter {
        @Override
        public void begin() throws IOException {
            out.write("heading\n".getBytes(UTF_8));
        }

        @Override
        public void write(Row row) throws IOException {
            out.write(row.bytes());
        }
    }

    private LogFileWriter started(Scene scene, Path file, LogRotation rotation) throws IOException {
        LogFileWriter writer = new LogFileWriter(scene.journal, file, Plain::new, rotation, 0, listener);
        writer.start();
        return writer;
    }

    private static void finish(LogFileWriter writer) throws InterruptedException {
        assertThat(writer.finish(FINISH_MILLIS)).isTrue();
        assertThat(writer.behind()).isZero();
    }

    @Test
    void rowsAreWrittenAsTheyComeAndToTheEnd() throws Exception {
        Path file = folder.resolve("log.txt");
        StringBuilder all = new StringBuilder("heading\n");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            LogFileWriter writer = started(scene, file, LogRotation.NEVER);
            for (int i = 0; i < 5_000; i++) {
                scene.receives(peer, "row " + i + "\n");
                all.append("row ").append(i).append('\n');
                writer.wake();
                if (i == 100) {
                    await().until(() -> Files.readString(file).endsWith("row 100\n"));
                }
            }
            finish(writer);
            assertThat(Files.readString(file)).isEqualTo(all.toString());
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatIsThereGoesOnBehindItsLastLine() throws Exception {
        Path file = Files.writeString(folder.resolve("log.txt"), "heading\nold\ncut li");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "new\n");
            finish(started(scene, file, LogRotation.NEVER));
        }
        assertThat(Files.readString(file)).isEqualTo("heading\nold\ncut li\nnew\n");
    }

    @Test
    void aFileWithAnotherHeadingIsPutAside() throws Exception {
        Path file = Files.writeString(folder.resolve("log.txt"), "other columns\nold\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-04T12:00:00Z")));
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "new\n");
            finish(started(scene, file, LogRotation.NEVER));
        }
        assertThat(Files.readString(file)).isEqualTo("heading\nnew\n");
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.filter(path -> path.getFileName().toString().matches("log-2026030[345]-\\d{6}\\.txt")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasContent("other columns\nold\n"));
        }
    }

    @Test
    void aLargeFileIsPutAsideAndLosesNothing() throws Exception {
        Path file = folder.resolve("log.txt");
        StringBuilder all = new StringBuilder();
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 1_000; i++) {
                scene.receives(peer, "row " + i + "\n");
                all.append("row ").append(i).append('\n');
            }
            finish(started(scene, file, LogRotation.at(2_000)));
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(path -> path.getFileName().toString().startsWith("log"))
                    .toList();
        }
        assertThat(files).hasSizeBetween(4, 6).allSatisfy(path -> {
            assertThat(path.getFileName().toString()).matches("log(-\\d{8}-\\d{6}(-\\d+)?)?\\.txt");
            assertThat(Files.readString(path)).startsWith("heading\nrow ").endsWith("\n");
            assertThat(Files.size(path)).isLessThan(2_020);
        });
        String together = files.stream()
                .sorted((one, other) -> Long.compare(firstRow(one), firstRow(other)))
                .map(LogFileWriterTest::withoutHeading)
                .reduce("", String::concat);
        assertThat(together).isEqualTo(all.toString());
    }

    private static String withoutHeading(Path file) {
        try {
            return Files.readString(file).substring("heading\n".length());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long firstRow(Path file) {
        return Long.parseLong(withoutHeading(file).split("[ \n]")[1]);
    }

    @Test
    void aFileOfAnotherDayIsPutAside() throws Exception {
        Path file = Files.writeString(folder.resolve("log.txt"), "yesterday\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-02T12:00:00Z")));
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "today\n");
            finish(started(scene, file, LogRotation.everyDay()));
        }
        assertThat(Files.readString(file)).isEqualTo("heading\ntoday\n");
        try (Stream<Path> files = Files.list(folder)) {
            Path aside = files.filter(path -> path.getFileName().toString().startsWith("log-2020020"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(aside)).isEqualTo("yesterday\n");
        }
    }

    @Test
    void aClockThatWasSetBackLosesNothingAndPutsNothingOverAnOlderFile() throws Exception {
        Path file = folder.resolve("log.txt");
        FileTime future = FileTime.from(Instant.parse("2120-02-02T12:00:00Z"));
        for (String day : List.of("first\n", "second\n", "third\n")) {
            try (Scene scene = new Scene(Files.createTempDirectory(folder, "scene"), Framing.LINES)) {
                scene.receives(scene.joins(1), day);
                finish(started(scene, file, LogRotation.everyDay()));
            }
            Files.setLastModifiedTime(file, future); // as if it had been written before the clock was set back
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(each));
            }
        }
        assertThat(texts).containsExactlyInAnyOrder("heading\nfirst\n", "heading\nsecond\n", "heading\nthird\n");
    }

    @Test
    void afterAFailureEverythingIsWritten() throws Exception {
        Path target = Files.createDirectory(folder.resolve("logs"));
        Path file = target.resolve("log.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\n");
            LogFileWriter writer = started(scene, file, LogRotation.at(1));
            await().until(() -> writer.behind() == 0);
            Path elsewhere = folder.resolve("elsewhere");
            Files.move(target, elsewhere); // the next row wants a new file in a folder that is not there
            scene.receives(peer, "two\n");
            writer.wake();
            await().until(() -> told.contains("failed"));
            assertThat(writer.failure()).isNotEmpty();
            scene.receives(peer, "three\n");
            assertThat(writer.behind()).isEqualTo(2);
            Files.move(elsewhere, target);
            await().until(() -> writer.behind() == 0);
            finish(writer);
            assertThat(told).containsExactly("failed", "recovered");
            assertThat(writer.failure()).isEmpty();
            assertThat(Files.readString(file)).isEqualTo("heading\nthree\n");
        }
    }

    @Test
    void aFileThatWasMovedOrDeletedIsBegunAnew() throws Exception {
        Path file = folder.resolve("log.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\n");
            LogFileWriter writer = started(scene, file, LogRotation.NEVER);
            await().until(() -> writer.behind() == 0);
            Path moved = Files.move(file, folder.resolve("moved.txt"));
            scene.receives(peer, "two\n");
            writer.wake();
            await().until(() -> writer.behind() == 0);
            assertThat(moved).hasContent("heading\none");
            assertThat(file).hasContent("heading\ntwo");
            Files.delete(file);
            scene.receives(peer, "three\n");
            finish(writer);
        }
        assertThat(file).hasContent("heading\nthree");
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatWasEmptiedOrContinuedGoesOnAtItsEnd() throws Exception {
        Path file = folder.resolve("log.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            LogFileWriter writer = started(scene, file, LogRotation.NEVER);
            scene.receives(peer, "before\n");
            writer.wake();
            await().until(() -> writer.behind() == 0);
            Files.writeString(file, "noted by hand", StandardOpenOption.APPEND);
            scene.receives(peer, "behind it\n");
            writer.wake();
            await().until(() -> writer.behind() == 0);
            assertThat(Files.readString(file)).isEqualTo("heading\nbefore\nnoted by hand\nbehind it\n");
            Files.writeString(file, "");
            scene.receives(peer, "anew\n");
            finish(writer);
            assertThat(Files.readString(file)).isEqualTo("heading\nanew\n");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatAnotherWriterHasIsRefused() throws Exception {
        Path file = folder.resolve("log.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            LogFileWriter writer = started(scene, file, LogRotation.NEVER);
            assertThatThrownBy(() -> started(scene, file, LogRotation.NEVER)).isInstanceOf(FileInUseException.class);
            scene.receives(peer, "all of it\n");
            finish(writer);
            assertThat(Files.readString(file)).isEqualTo("heading\nall of it\n");
            finish(started(scene, file, LogRotation.NEVER));
        }
    }

    @Test
    void rowsThatGetOtherNumbersAreNotWrittenAgain() throws Exception {
        Path file = folder.resolve("log.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\n");
            LogFileWriter writer = started(scene, file, LogRotation.NEVER);
            await().until(() -> writer.behind() == 0);
            scene.journal.reframe(new FixedLengthFraming(2));
            scene.receives(peer, "abcd");
            finish(writer);
        }
        assertThat(Files.readString(file)).isEqualTo("heading\none\nabcd");
    }

    @Test
    void whatCannotBeOpenedIsSaidAtOnce() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            assertThatThrownBy(() -> started(scene, folder, LogRotation.NEVER)).isInstanceOf(NotRegularException.class);
            assertThatThrownBy(() -> started(scene, folder.resolve("none/log.txt"), LogRotation.NEVER))
                    .isInstanceOf(IOException.class);
        }
    }
}
