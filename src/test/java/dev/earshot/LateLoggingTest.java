package dev.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each in a process of its own, because a process chooses its way of logging only once. */
class LateLoggingTest {
    @TempDir
    private Path home;

    private Path log;

    @BeforeEach
    void findLog() {
        log = home.resolve("state/earshot/earshot.log");
    }

    @Test
    void writesWhatWasLoggedBeforeItStarted() throws Exception {
        String started = run("wait", "info", "time", "start", "info").strip();
        assertThat(Files.readAllLines(log))
                .hasSize(2)
                .allMatch(line -> line.matches("[0-9-]{10} [0-9:.]{12} INFO  \\[main\\] LateLoggingTest: message [14]"))
                .satisfies(line -> assertThat(line).isLessThan(started), Index.atIndex(0))
                .satisfies(line -> assertThat(line).isGreaterThan(started), Index.atIndex(1));
    }

    @Test
    void waitsUntilItIsTold() throws Exception {
        assertThat(run("wait", "info", "look")).isEqualTo("nothing\n");
        assertThat(Files.readString(log)).as("written at the end").contains("message 1");
    }

    @Test
    void doesNotWaitWithAnError() throws Exception {
        assertThat(run("wait", "info", "error", "look")).isEqualTo("written\n");
        assertThat(Files.readString(log)).contains("message 1", "message 2", IllegalStateException.class.getName());
    }

    @Test
    void startsWithTheFirstEntryWhereNoWindowIsToBePainted() throws Exception {
        assertThat(run("go", "look", "info", "look")).isEqualTo("nothing\nwritten\n");
    }

    @Test
    void neverStartsForWhatIsNotWritten() throws Exception {
        assertThat(run("go", "debug", "look")).isEqualTo("nothing\n");
        assertThat(log).doesNotExist();
    }

    /** Runs these steps in a new process and returns all that it printed. */
    private String run(String... steps) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Steps.class.getName()));
        command.addAll(List.of(steps));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_STATE_HOME", home.resolve("state") + ""));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** Carries out its arguments one after the other. */
    static final class Steps {
        private Steps() {}

        public static void main(String[] steps) {
            LateLogging.install();
            if (steps[0].equals("wait")) {
                LateLogging.waitUntilStarted();
            }
            var log = LoggerFactory.getLogger(LateLoggingTest.class);
            for (int i = 1; i < steps.length; i++) {
                switch (steps[i]) {
                    case "debug" -> log.debug("message {}", i);
                    case "info" -> log.info("message {}", i);
                    case "error" -> log.error("message {}", i, new IllegalStateException());
                    case "start" -> LateLogging.startNow();
                    case "time" -> System.out.println(nextMillisecond());
                    case "look" -> System.out.println(isLogbackThere() ? "written" : "nothing");
                    default -> throw new IllegalArgumentException(steps[i]);
                }
            }
        }

        /** Waits for the clock's next step, and returns the time as the log writes it. */
        private static String nextMillisecond() {
            long before = System.currentTimeMillis();
            while (System.currentTimeMillis() <= before) {
                Thread.onSpinWait();
            }
            return LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS"));
        }

        private static boolean isLogbackThere() {
            return LoggerFactory.getLogger("other").getClass().getName().startsWith("ch.qos.logback.");
        }
    }
}
