package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Lets two programs save the same files over and over: what is there is always that of one of them, and whole. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class TwoProgramsTest {
    private static final int SECOND = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void whatTwoProgramsSaveAtTheSameTimeIsNeverMixed() throws Exception {
        Process one = start(0);
        Process other = start(SECOND);
        try (BufferedReader ofOne = one.inputReader();
                BufferedReader ofOther = other.inputReader()) {
            for (int round = 0; round < JavaChild.ROUNDS; round++) {
                assertThat(ofOne.readLine()).isEqualTo("saved");
                assertThat(ofOther.readLine()).isEqualTo("saved");
                Saver.check(folder, 0, 2 * SECOND); // while both go on
            }
        } finally {
            one.destroyForcibly();
            other.destroyForcibly();
        }
        one.onExit().join();
        other.onExit().join();
        Saver.check(folder, 0, 2 * SECOND);
    }

    private Process start(int value) throws Exception {
        return JavaChild.start(folder, List.of(), Saver.class, folder.toString(), Integer.toString(value), "on and on");
    }
}
