package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.Scene;
import dev.earshot.journal.export.LogRotation;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log file takes the place of another. */
class LogFileChangeTest {
    @TempDir
    Path folder;

    /** Writes the bytes of messages. */
    private record Plain(OutputStream out) implements RowWriter {
        @Override
        public void write(Row row) throws IOException {
            out.write(row.bytes());
        }
    }

    private static void start(LogFile file, Path path) throws IOException {
        file.start(path, Plain::new, LogRotation.NEVER, false);
    }

    @Test
    void theFileGoesOnIfAnotherCannotBeOpened() throws Exception {
        Path first = folder.resolve("first.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            LogFile file = new LogFile(scene.journal, () -> {});
            start(file, first);
            assertThatThrownBy(() -> start(file, folder.resolve("nowhere/other.txt")))
                    .isInstanceOf(IOException.class);
            assertThat(file.writer()).isPresent();
            scene.receives(peer, "later\n");
            file.wake();
            file.stop();
        }
        assertThat(first).hasContent("later");
    }

    @Test
    void theSameFileIsEndedBeforeItBeginsAgain() throws Exception {
        Path path = folder.resolve("first.txt");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            LogFile file = new LogFile(scene.journal, () -> {});
            start(file, path);
            scene.receives(peer, "one\n");
            start(file, Files.createSymbolicLink(folder.resolve("link"), path));
            scene.receives(peer, "two\n");
            file.stop();
        }
        assertThat(Files.readString(path, UTF_8)).isEqualTo("one\ntwo\n");
    }
}
