package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Scene;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture keeps its name after its first file was removed at the size limit. */
class CaptureSetTest {
    @TempDir
    Path folder;

    private CaptureStore store;
    private Path name;

    @BeforeEach
    void makeCapture() throws IOException {
        store = new CaptureStore(folder.resolve("state"));
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            name = scene.file;
            scene.receives(scene.joins(1), "hello\n");
        }
        Files.move(name, folder.resolve("session.0003.pcapng"));
    }

    @Test
    void itIsOpenedByThatName() throws Exception {
        Session session = Session.open(store, name, Framing.LINES);
        assertThat(session.log().rowCount()).isEqualTo(2);
        assertThat(session.log().capture()).isEqualTo(folder.resolve("session.0003.pcapng"));
        session.close();
        assertThatThrownBy(() -> Session.open(store, folder.resolve("session.0002.pcapng"), Framing.LINES))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Session.open(store, folder.resolve("other.pcapng"), Framing.LINES))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void noOtherIsBegunUnderThatName() {
        assertThatThrownBy(() -> Session.begin(store, name, Framing.LINES))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(folder.resolve("session.0003.pcapng").toString());
        assertThat(name).doesNotExist();
    }
}
