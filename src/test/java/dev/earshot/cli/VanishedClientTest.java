package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pulls the cable of a client, which then sends neither FIN nor RST. The client runs in a network namespace at the end
 * of a pair of virtual links; where the rights or the tools for that are missing, this is skipped.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class VanishedClientTest {
    private static final String SPACE = "earshot" + ProcessHandle.current().pid() % 100_000;
    private static final String OURS = "ea" + ProcessHandle.current().pid() % 100_000;
    private static final String ADDRESS = "10.213.77.1";

    @TempDir
    private Path folder;

    @AfterEach
    void removeNamespace() throws Exception {
        ip("netns", "del", SPACE);
        ip("link", "del", OURS);
    }

    private static boolean ip(String... arguments) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(Stream.of("ip"), Arrays.stream(arguments)).toList();
    }

    @Test
    void aClientWhoseCableIsPulledIsFoundByKeepAlive() throws Exception {
        assumeTrue(
                ip("netns", "add", SPACE)
                        && ip("link", "add", OURS, "type", "veth", "peer", "name", "far", "netns", SPACE)
                        && ip("addr", "add", ADDRESS + "/30", "dev", OURS)
                        && ip("link", "set", OURS, "up")
                        && ip("-n", SPACE, "addr", "add", "10.213.77.2/30", "dev", "far")
                        && ip("-n", SPACE, "link", "set", "far", "up"),
                "network namespaces need root and the command ip");
        try (Program earshot = Program.process(folder, "listen", ADDRESS + ":0", "--keep-alive-times", "1,1,2")) {
            String port = earshot.line().split(":")[1];
            try (Program client = Program.of(command("netns", "exec", SPACE, "ncat", ADDRESS, port))) {
                assertThat(earshot.row()).endsWith(" + connected");
                client.types("before\n");
                assertThat(earshot.row()).endsWith(" < before");
                assertThat(ip("-n", SPACE, "link", "set", "far", "down")).isTrue();
                assertThat(earshot.row()).contains(" - gone silent: no answer to keep-alive");
            }
        }
    }
}
