package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.HalfClose;
import dev.earshot.net.KeepAlive;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TlsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pulls the cable of a client, which is a computer of its own as far as the network can tell: neither FIN nor RST
 * comes.
 */
@Tag("faults")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CablePulledTest {
    /** Addresses for measurements (RFC 2544, appendix C.2.2), which no network has. */
    private static final String HERE = "198.18.77.1";

    private static final String THERE = "198.18.77.2";

    private static final String NAME = "es" + ProcessHandle.current().pid();
    private static final String OUR_END = NAME + "a";
    private static final String ITS_END = NAME + "b";

    /** After 2 s of silence three probes, one a second. */
    private static final KeepAlive BRISK = new KeepAlive(2, 1, 3);

    @TempDir
    Path folder;

    private Session session;
    private Process client;

    @BeforeEach
    void lay() throws Exception {
        assumeTrue(Commands.run("ip", "netns", "add", NAME), "this user may not make a network");
        assumeTrue(
                Commands.run("ip", "link", "add", OUR_END, "type", "veth", "peer", "name", ITS_END, "netns", NAME)
                        && Commands.run("ip", "addr", "add", HERE + "/30", "dev", OUR_END)
                        && Commands.run("ip", "link", "set", OUR_END, "up")
                        && Commands.run("ip", "-n", NAME, "addr", "add", THERE + "/30", "dev", ITS_END)
                        && Commands.run("ip", "-n", NAME, "link", "set", ITS_END, "up"),
                "this user may not lay a cable");
    }

    @AfterEach
    void clear() throws Exception {
        if (client != null) {
            client.destroyForcibly();
        }
        if (session != null) {
            session.close();
        }
        Commands.run("ip", "link", "del", OUR_END);
        Commands.run("ip", "netns", "del", NAME);
    }

    private void connect(KeepAlive probes) throws Exception {
        ConnectionConfig connections = new ConnectionConfig(TlsConfig.NONE, List.of(probes));
        session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        session.open(new TcpServerConfig(
                ListenAddress.parse(HERE, "0"), HalfClose.ofSeconds(0), connections, ClientLimits.STANDARD));
        await().until(() -> session.status().state() == State.OPEN);
        String port = session.status().address().replaceFirst(".*:", "");
        client = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        NAME,
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/" + HERE + "/" + port + "; echo hello >&3; exec sleep 100")
                .start();
        await().until(() -> session.clients().bytesIn() == "hello\n".length());
    }

    private static void pull() throws InterruptedException {
        assertThat(Commands.run("ip", "-n", NAME, "link", "set", ITS_END, "down"))
                .isTrue();
    }

    @Test
    void aClientWhoseCableIsPulledHasGoneSilentAfterTheSetTime() throws Exception {
        connect(BRISK);
        long before = System.nanoTime();
        pull();
        await().atMost(Duration.ofSeconds(30)).until(() -> session.clients().presentCount() == 0);
        assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void withoutProbesItStaysListedAndNothingHangs() throws Exception {
        connect(KeepAlive.OFF);
        pull();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8)); // longer than with probes
        assertThat(session.clients().presentCount()).isEqualTo(1);
        session.stop();
        await().atMost(Duration.ofSeconds(5)).until(() -> session.status().state() == State.CLOSED);
    }
}
