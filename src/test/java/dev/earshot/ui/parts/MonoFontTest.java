package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MonoFontTest {
    @TempDir
    Path folder;

    /** Installs the font as a start of the program does, and ends like a process that is killed. */
    static final class KilledStart {
        private KilledStart() {}

        public static void main(String[] folder) {
            MonoFont.install(Path.of(folder[0]));
            boolean isThere =
                    new Font(MonoFont.FAMILY, Font.PLAIN, 12).getFamily().equals(MonoFont.FAMILY);
            Runtime.getRuntime().halt(isThere ? 0 : 1);
        }
    }

    @Test
    @Timeout(60)
    void aKilledProcessLeavesNoTemporaryFont() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path kept = folder.resolve("fonts");
        for (int start = 0; start < 2; start++) {
            assertThat(start(temporary, kept)).isZero();
            assertThat(names(temporary)).noneMatch(name -> name.startsWith("+~JF"));
            assertThat(names(kept)).singleElement().asString().matches("JetBrainsMono-Regular-[0-9a-f]{8}\\.ttf");
        }
    }

    private static int start(Path temporary, Path kept) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledStart.class.getName(),
                        kept.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void aDamagedFileIsReplacedAndThatOfAnotherVersionDeleted() throws IOException {
        MonoFont.install(folder);
        Path file = folder.resolve(names(folder).get(0));
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2]++;
        Files.write(file, damaged);
        Files.writeString(folder.resolve("JetBrainsMono-Regular-00000000.ttf"), "older");
        MonoFont.install(folder);
        assertThat(file).hasBinaryContent(whole);
        assertThat(names(folder)).hasSize(1);
    }

    @Test
    void whereTheFolderCannotBeMadeTheFontIsThereAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        MonoFont.install(file);
        assertThat(new Font(MonoFont.FAMILY, Font.PLAIN, 12).getFamily()).isEqualTo(MonoFont.FAMILY);
    }

    @Test
    void onlyOldTemporaryFilesWithEveryByteOfTheFontAreDeleted() throws IOException {
        byte[] bold = MonoFont.bytes(FlatJetBrainsMonoFont.STYLE_BOLD);
        byte[] other = bold.clone();
        other[100]++;
        Path ours = old(Files.write(folder.resolve("+~JF123.tmp"), bold));
        Path fresh = Files.write(folder.resolve("+~JF124.tmp"), bold);
        Path foreign = old(Files.write(folder.resolve("+~JF125.tmp"), other));
        Path named = old(Files.write(folder.resolve("font.tmp"), bold));
        Path link = Files.createSymbolicLink(folder.resolve("+~JF126.tmp"), named);
        assertThat(AbandonedFonts.delete(folder)).isOne();
        assertThat(ours).doesNotExist();
        for (Path kept : List.of(fresh, foreign, named, link)) {
            assertThat(kept).exists();
        }
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).toList();
        }
    }
}
