package dev.earshot.tftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the allowed names, and that nothing is ever written outside the folder or over something else. */
class LocalFileTest {
    @TempDir
    private Path outside;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("folder"));
        Files.createDirectory(outside.resolve("folder-evil"));
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                arguments("nothing", "", "empty"),
                arguments("a parent step", "..", "ends"),
                arguments("this folder", ".", "ends"),
                arguments("parent steps", "../x", "character"),
                arguments("parent steps in it", "a/../../x", "character"),
                arguments("the folder with the same beginning", "../folder-evil/x", "character"),
                arguments("parent steps with back-slashes", "..\\x", "character"),
                arguments("an absolute name", "/etc/x", "character"),
                arguments("an absolute name of Windows", "\\x", "character"),
                arguments("a computer", "\\\\host\\share", "character"),
                arguments("a drive letter", "C:x", "character"),
                arguments("a drive", "C:\\x", "character"),
                arguments("a stream", "x.txt:hidden", "character"),
                arguments("a zero byte", "x\0.txt", "character"),
                arguments("a line feed", "a\nb", "character"),
                arguments("escape", "a\u001b[2J", "character"),
                arguments("text turned round", "exe.\u202Etxt", "character"),
                arguments("an isolate", "a\u2066b", "character"),
                arguments("a mark of direction", "a\u200Eb", "character"),
                arguments("something of no width", "a\u200Bb", "character"),
                arguments("a lone surrogate", "a\uD800", "character"),
                arguments("a line separator", "a\u2028b", "character"),
                arguments("a pattern", "*.bin", "character"),
                arguments("a question mark", "a?", "character"),
                arguments("a pipe", "a|b", "character"),
                arguments("a trailing dot", "x.", "ends"),
                arguments("trailing dots", "x...", "ends"),
                arguments("a trailing space", "x ", "ends"),
                arguments("a leading space", " x", "ends"),
                arguments("a leading dash", "-rf", "ends"),
                arguments("a device", "CON", "device"),
                arguments("a device in small letters", "nul", "device"),
                arguments("a device with an ending", "aux.txt", "device"),
                arguments("a device with two", "com1.tar.gz", "device"),
                arguments("a device and a space", "LPT9 .x", "device"),
                arguments("a device with a raised digit", "COM\u00B9", "device"),
                arguments("300 characters", "x".repeat(300), "long"),
                arguments("100 characters of 3 bytes", "中".repeat(100), "long"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void aNameThatIsInvalidOnAnySystemIsRefused(String what, String name, String why) {
        Problem problem = catchThrowableOfType(Problem.class, () -> LocalFile.in(folder, name));
        assertThat(problem.key()).isEqualTo("problem.name." + why);
        assertThat(problem.arguments().toString()).doesNotContain("\u202E", "\n", "\u001b", "\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fw.bin", "a", ".hidden", "固件 v1.2.bin", "a..b", "console", "com", "com10", "nul-1", "é😀"})
    void anOrdinaryNameIsUsedUnchanged(String name) throws Exception {
        LocalFile file = LocalFile.in(folder, name);
        assertThat(file.path()).isEqualTo(folder.toRealPath().resolve(name));
        fetch(file, false, "x");
        assertThat(names()).containsExactly(name);
    }

    @Test
    void theFolderMayBeALinkButMustExist() throws Exception {
        Path link = Files.createSymbolicLink(outside.resolve("link"), folder);
        assertThat(LocalFile.in(link, "x").path()).isEqualTo(folder.toRealPath().resolve("x"));
        for (Path none : List.of(outside.resolve("none"), Files.createFile(outside.resolve("file")))) {
            Problem problem = catchThrowableOfType(Problem.class, () -> LocalFile.in(none, "x"));
            assertThat(problem.key()).isEqualTo("problem.file.missing");
        }
    }

    @Test
    void anExistingFileIsReplacedOnlyWithConsent() throws Exception {
        Files.writeString(folder.resolve("x"), "old");
        LocalFile file = LocalFile.in(folder, "x");
        assertThat(refused(file, false)).isEqualTo("problem.name.exists");
        assertThat(Files.readString(folder.resolve("x"))).isEqualTo("old");
        fetch(file, true, "new");
        assertThat(Files.readString(folder.resolve("x"))).isEqualTo("new");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void aLinkIsNeitherFollowedNorReplaced() throws Exception {
        Path target = Files.writeString(outside.resolve("precious"), "old");
        Files.createSymbolicLink(folder.resolve("x"), target);
        Files.createSymbolicLink(folder.resolve("dangling"), outside.resolve("made"));
        Files.createDirectory(folder.resolve("folder"));
        for (String name : List.of("x", "dangling", "folder")) {
            assertThat(refused(LocalFile.in(folder, name), true)).isEqualTo("problem.name.special");
        }
        assertThat(Files.readString(target)).isEqualTo("old");
        assertThat(outside.resolve("made")).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder("x", "dangling", "folder");
    }

    @Test
    void aFileThatTakesTheNameMeanwhileIsNotReplaced() throws Exception {
        for (boolean link : new boolean[] {false, true}) {
            Path taken = folder.resolve("x" + link);
            LocalFile file = LocalFile.in(folder, "x" + link);
            try (PartFile part = file.createPart(!link)) {
                write(part, "new");
                if (link) {
                    Files.createSymbolicLink(taken, outside.resolve("made"));
                    assertThat(catchThrowableOfType(Problem.class, part::keep).key())
                            .isEqualTo("problem.name.special");
                } else {
                    part.keep();
                }
            }
        }
        LocalFile file = LocalFile.in(folder, "y");
        try (PartFile part = file.createPart(false)) {
            write(part, "new");
            Files.writeString(folder.resolve("y"), "theirs");
            assertThat(catchThrowableOfType(Problem.class, part::keep).key()).isEqualTo("problem.name.exists");
        }
        assertThat(Files.readString(folder.resolve("y"))).isEqualTo("theirs");
        assertThat(outside.resolve("made")).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder("xfalse", "xtrue", "y");
    }

    @Test
    void anIncompleteFileIsDeletedAndNeverHasItsName() throws Exception {
        try (PartFile part = LocalFile.in(folder, "x").createPart(false)) {
            write(part, "half");
            assertThat(names()).singleElement().asString().matches("\\.earshot-[0-9a-f]+\\.part");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void theLastPartOfANameOnTheServerIsProposed() {
        assertThat(LocalFileName.lastOf("boot/fw.bin")).isEqualTo("fw.bin");
        assertThat(LocalFileName.lastOf("C:\\boot\\fw.bin")).isEqualTo("fw.bin");
        assertThat(LocalFileName.lastOf("fw.bin")).isEqualTo("fw.bin");
        assertThat(LocalFileName.lastOf("../..")).isEqualTo("..");
        assertThat(LocalFileName.lastOf("boot/")).isEmpty();
    }

    private static void fetch(LocalFile file, boolean replace, String text) throws Exception {
        try (PartFile part = file.createPart(replace)) {
            write(part, text);
            part.keep();
        }
    }

    private static void write(PartFile part, String text) throws IOException {
        try (OutputStream out = part.out()) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private static String refused(LocalFile file, boolean replace) {
        return catchThrowableOfType(
                        Problem.class, () -> file.createPart(replace).close())
                .key();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
