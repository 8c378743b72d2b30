package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path folder;

    @Test
    void aWrittenFileIsReadAgainAndLeavesNoOther() throws Exception {
        Path file = folder.resolve("new/温度.json");
        TextFile.write(file, "first");
        TextFile.write(file, "温度\n");
        assertThat(TextFile.read(file)).isEqualTo("温度\n");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anUnreadableFileIsAProblemInWords() throws IOException {
        assertThat(problem(folder.resolve("absent.json"))).isEqualTo("problem.file.missing");
        assertThat(problem(folder)).isEqualTo("problem.file.folder");
        assertThat(problem(Path.of(""))).isEqualTo("problem.file.unnamed");
        Path gbk = Files.write(folder.resolve("gbk.json"), new byte[] {(byte) 0xC4, (byte) 0xE3});
        assertThat(problem(gbk)).isEqualTo("problem.file.encoding");
        Path large = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertThat(problem(large)).isEqualTo("problem.file.large");
    }

    @Test
    void anUnwritableFileIsAProblemInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Problem problem = catchThrowableOfType(Problem.class, () -> TextFile.write(file.resolve("below.json"), "x"));
        assertThat(problem.key()).startsWith("problem.file.");
    }

    private static String problem(Path file) {
        return catchThrowableOfType(Problem.class, () -> TextFile.read(file)).key();
    }
}
