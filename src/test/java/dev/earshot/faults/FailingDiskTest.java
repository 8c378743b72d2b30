package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lets the n-th call of a saving process fail or kill it, for n = 1, 2, 3 ... until there is no n-th call. */
@Tag("faults")
class FailingDiskTest {
    /** More calls than a saving process has. */
    private static final int MOST = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "rename, error=EIO",
        "rename, error=ENOSPC",
        "rename, signal=KILL",
        "fsync, error=EIO",
        "fsync, error=ENOSPC",
        "fsync, signal=KILL",
        "write, error=EIO",
        "write, error=ENOSPC",
        "write, signal=KILL"
    })
    void everyFileIsTheOldOrTheNewOne(String call, String fault) throws Exception {
        assumeTrue(JavaChild.canInject(), "strace is not installed or must not trace here");
        run(List.of(), 0);
        Saver.check(folder, 0, 0);
        for (int n = 1; n <= MOST; n++) {
            if (!run(strace(call, fault, n), n)) {
                assertThat(n).as("calls of %s", call).isGreaterThan(3);
                return;
            }
            Saver.check(folder, 0, n);
        }
        throw new AssertionError("more calls than " + MOST);
    }

    private List<String> strace(String call, String fault, int n) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                folder.resolve("strace.txt").toString(),
                "-e",
                "trace=" + call,
                "-e",
                "inject=" + call + ":" + fault + ":when=" + n);
    }

    /** Saves a value; returns whether the fault has come. */
    private boolean run(List<String> before, int value) throws IOException, InterruptedException {
        Process process = JavaChild.start(folder, before, Saver.class, folder.toString(), Integer.toString(value));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        if (before.isEmpty()) {
            assertThat(process.exitValue()).isZero();
            return false;
        }
        String calls = Files.readString(folder.resolve("strace.txt"));
        return calls.contains("(INJECTED)") || calls.contains("+++ killed by SIGKILL");
    }
}
