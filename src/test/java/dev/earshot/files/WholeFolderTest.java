package dev.earshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    Path folder;

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFolderGetsItsNameAtTheEnd() throws IOException {
        Path target = folder.resolve("new");
        WholeFolder.write(target, empty -> {
            Files.writeString(empty.resolve("a"), "1");
            assertThat(target).doesNotExist();
        });
        assertThat(names(folder)).containsExactly("new");
        assertThat(Files.readString(target.resolve("a"))).isEqualTo("1");
    }

    @Test
    void otherFilesOfAFolderStay() throws IOException {
        Path target = Files.createDirectory(folder.resolve("old"));
        Files.writeString(target.resolve("a"), "old");
        Files.writeString(target.resolve("b"), "old");
        WholeFolder.write(target, empty -> Files.writeString(empty.resolve("a"), "new"));
        assertThat(names(folder)).containsExactly("old");
        assertThat(Files.readString(target.resolve("a"))).isEqualTo("new");
        assertThat(Files.readString(target.resolve("b"))).isEqualTo("old");
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        assertThatThrownBy(() -> WholeFolder.write(folder.resolve("new"), empty -> {
                    Files.writeString(empty.resolve("a"), "1");
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(names(folder)).isEmpty();
        Path file = Files.writeString(folder.resolve("file"), "1");
        assertThatThrownBy(() -> WholeFolder.write(file, empty -> {})).isInstanceOf(NotRegularException.class);
        assertThat(names(folder)).containsExactly("file");
    }
}
