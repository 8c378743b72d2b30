package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.AddressFilter;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.TcpServerConfig;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Holds 1,000 clients that send one byte every 10 s: the limits hold, and others are served as ever. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class SlowDripTest {
    private static final int DRIPS = 1_000;
    private static final int IDLE_SECONDS = 30;
    private static final int ROUNDS = 4;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    Path folder;

    @Test
    void aThousandSlowClientsStarveNobody() throws Exception {
        ClientLimits limits = new ClientLimits(DRIPS + 2, 0, 0, IDLE_SECONDS, IDLE_SECONDS, 0, 0, AddressFilter.ALL);
        Session session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        session.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
        session.open(new TcpServerConfig(
                ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(0), ConnectionConfig.STANDARD, limits));
        await().until(() -> session.status().state() == State.OPEN);
        int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < DRIPS + 1; i++) {
                clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            Socket silent = clients.get(DRIPS); // it sends nothing and is disconnected
            Socket other = new Socket(InetAddress.getLoopbackAddress(), port);
            clients.add(other);
            await().until(() -> session.clients().presentCount() == DRIPS + 2);
            Socket refused = new Socket(InetAddress.getLoopbackAddress(), port);
            clients.add(refused);
            assertThat(refused.getInputStream().read()).as("beyond the limit").isEqualTo(-1);
            for (int round = 0; round < ROUNDS; round++) {
                for (Socket drip : clients.subList(0, DRIPS)) {
                    drip.getOutputStream().write('x');
                }
                byte[] message = new byte[64 * 1024];
                other.getOutputStream().write(message);
                assertThat(other.getInputStream().readNBytes(message.length)).hasSize(message.length);
                LockSupport.parkNanos(NANOS_BETWEEN);
            }
            await().atMost(Duration.ofSeconds(IDLE_SECONDS))
                    .until(() -> session.clients().presentCount() == DRIPS + 1);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
            session.close();
        }
    }
}
