package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a path which leads to no regular file is a clear error at once. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FileErrorsTest {
    @TempDir
    private Path folder;

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        assumeTrue(Script.isThere("mkfifo"), "mkfifo is not installed");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String why = pipe + " is no regular file but a pipe, a socket or a device. Choose a file.";
        assertThat(complaints("show", pipe.toString())).anyMatch(line -> line.contains(why));
        assertThat(complaints("listen", "0", "--reply", "rules:" + pipe)).anyMatch(line -> line.contains(why));
    }

    @Test
    void aFolderIsNamedAsOne() throws Exception {
        assertThat(complaints("show", folder.toString()))
                .anyMatch(line -> line.contains(folder + " is a folder. Choose a file."));
    }

    @Test
    void anEmptyNameIsNamedAsOne() throws Exception {
        assertThat(complaints("show", "")).anyMatch(line -> line.contains("The name of the file is empty. Enter one."));
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Path missing = folder.resolve("missing.pcapng");
        assertThat(complaints("show", missing.toString()))
                .anyMatch(line -> line.contains(missing + " does not exist, or its folder does not."));
    }

    private List<String> complaints(String... arguments) throws Exception {
        try (Program earshot = new Program(folder, arguments)) {
            List<String> complaints = earshot.complaints();
            assertThat(earshot.exitCode()).isNotZero();
            return complaints;
        }
    }
}
