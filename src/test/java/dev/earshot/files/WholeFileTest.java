package dev.earshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("温度.json");
    }

    /** The steps of a replacement, in their order. */
    private enum Step {
        TEMPORARY,
        OPEN,
        WRITE,
        FORCE,
        PERMISSIONS,
        MOVE,
        FORCE_FOLDER
    }

    /** Steps of which one fails; the others are noted. */
    private static final class FailingSteps extends FileSteps {
        private final Step failing;
        private final List<Step> done = new ArrayList<>();

        FailingSteps(Step failing) {
            this.failing = failing;
        }

        void pass(Step step) throws IOException {
            if (step == failing) {
                throw new IOException("Input/output error");
            }
            done.add(step);
        }

        @Override
        Path temporary(Path folder, String prefix, String ending) throws IOException {
            pass(Step.TEMPORARY);
            return super.temporary(folder, prefix, ending);
        }

        @Override
        FileChannel open(Path temporary) throws IOException {
            pass(Step.OPEN);
            return super.open(temporary);
        }

        @Override
        void force(FileChannel written) throws IOException {
            pass(Step.FORCE);
            super.force(written);
        }

        @Override
        void copyPermissions(Path from, Path to) throws IOException {
            pass(Step.PERMISSIONS);
            super.copyPermissions(from, to);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            pass(Step.MOVE);
            super.move(from, to);
        }

        @Override
        void forceFolder(Path folder) throws IOException {
            pass(Step.FORCE_FOLDER);
            super.forceFolder(folder);
        }

        void replace(Path file) throws IOException {
            WholeFile.write(
                    file,
                    empty -> {
                        empty.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.UTF_8)));
                        pass(Step.WRITE);
                        empty.write(ByteBuffer.wrap(" content\n".getBytes(StandardCharsets.UTF_8)));
                    },
                    this);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whicheverStepFailsTheFileIsTheOldOrTheNewOneAndNothingIsLeft(Step failing) throws IOException {
        Files.writeString(file, "old\n");
        FailingSteps steps = new FailingSteps(failing);
        assertThatThrownBy(() -> steps.replace(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent(failing == Step.FORCE_FOLDER ? "new content\n" : "old\n");
        assertThat(names()).containsExactly(file.getFileName().toString());
        assertThat(steps.done).hasSize(failing.ordinal());
    }

    @Test
    void theBytesAreForcedBeforeTheNameAndTheFolderAfterIt() throws IOException {
        FailingSteps steps = new FailingSteps(null);
        steps.replace(file);
        assertThat(steps.done).containsExactly(Step.values());
        assertThat(file).hasContent("new content\n");
    }

    @Test
    void aFileIsWrittenIntoAFolderThatIsMissing() throws IOException {
        Path below = folder.resolve("a/b/settings.properties");
        WholeFile.write(below, "x=1\n");
        assertThat(below).hasContent("x=1\n");
    }

    @Test
    void aReplacedFileKeepsItsPermissionsAndANewOneIsItsOwnersOnly() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
        WholeFile.write(file, "secret\n");
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        WholeFile.write(file, "public\n");
        assertThat(permissions()).isEqualTo("rw-r--r--");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("real.json"), "old\n");
        Files.createSymbolicLink(file, real);
        WholeFile.write(file, "new\n");
        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("new\n");
    }

    @Test
    void foldersAndDevicesAreNotReplaced() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(folder, "x")).isInstanceOf(NotRegularException.class);
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "needs /dev/null");
        assertThatThrownBy(() -> WholeFile.write(device, "x")).isInstanceOf(NotRegularException.class);
        assertThatThrownBy(() -> RegularFile.require(device))
                .isInstanceOfSatisfying(
                        NotRegularException.class, e -> assertThat(e.isFolder()).isFalse());
    }

    @Test
    void whatKilledProcessesLeftIsDeletedOnceItIsOld() throws IOException {
        Path old = Files.writeString(folder.resolve(".earshot-123.new"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path fresh = Files.writeString(folder.resolve(".earshot-456.new"), "another process writes this");
        Path foreign = Files.writeString(folder.resolve("mine.new"), "not ours");
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));
        WholeFile.write(file, "x\n");
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aWholeNewFileOfAnOlderVersionIsTakenWhereTheFileIsMissing() throws IOException {
        Path left = Files.writeString(folder.resolve("温度.json.new"), "saved\n");
        WholeFile.recover(file);
        assertThat(file).hasContent("saved\n");
        assertThat(left).doesNotExist();
    }

    @Test
    void anUnfinishedNewFileOfAnOlderVersionIsNotTaken() throws IOException {
        Files.writeString(folder.resolve("温度.json.new"), "sav");
        WholeFile.recover(file);
        assertThat(file).doesNotExist();
        Files.writeString(folder.resolve("温度.json.new"), "");
        WholeFile.recover(file);
        assertThat(file).doesNotExist();
    }

    @Test
    void aNewFileBesideTheFileIsDeleted() throws IOException {
        Files.writeString(file, "whole\n");
        Files.writeString(folder.resolve("温度.json.new"), "another\n");
        WholeFile.recover(file);
        assertThat(file).hasContent("whole\n");
        assertThat(names()).containsExactly("温度.json");
    }

    @Test
    void aFolderThatIsMissingIsAnError() {
        Path below = folder.resolve("missing/export.txt");
        assertThatThrownBy(() -> WholeFile.write(below, empty -> {})).isInstanceOf(FileSystemException.class);
        assertThat(below.getParent()).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).toList();
        }
    }
}
