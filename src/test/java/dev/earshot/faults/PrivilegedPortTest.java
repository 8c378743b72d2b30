package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.Earshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Listens on port 80 without the right to it, which setpriv takes from a process of root. */
@Tag("faults")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PrivilegedPortTest {
    @TempDir
    Path folder;

    @Test
    void theRefusalOfTheSystemIsExplained() throws Exception {
        Path first = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        assumeTrue(
                Files.exists(first) && Integer.parseInt(Files.readString(first).strip()) > 80, "anybody may here");
        String right = "-net_bind_service";
        List<String> without = List.of("setpriv", "--bounding-set=" + right, "--inh-caps=" + right);
        assumeTrue(
                Commands.run("setpriv", "--bounding-set=" + right, "--inh-caps=" + right, "true"),
                "setpriv is not installed, or there is no right to take away");
        Process process = JavaChild.start(folder, without, Earshot.class, "listen", "80");
        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors.txt")))
                .contains("Port 80 needs administrator rights; use 1024 or above.");
    }
}
