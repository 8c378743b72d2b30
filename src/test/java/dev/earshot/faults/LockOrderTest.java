package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.HalfClose;
import dev.earshot.net.Origin;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.TcpServerConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Stops a server again and again while everybody is sent something and the capture is copied: nothing may deadlock. */
@Tag("faults")
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class LockOrderTest {
    private static final int ROUNDS = 10 * JavaChild.ROUNDS;
    private static final int CLIENTS = 3;

    @TempDir
    Path folder;

    private volatile boolean over;

    @Test
    void stoppingDuringABroadcastAndACopyNeverDeadlocks() throws Exception {
        Session session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        Thread broadcast = new Thread(() -> broadcast(session), "broadcast");
        Thread copying = new Thread(() -> copy(session), "copying");
        broadcast.start();
        copying.start();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                session.open(new TcpServerConfig(ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(0)));
                await().until(() -> session.status().state() == State.OPEN);
                List<Socket> clients = connect(session);
                session.stop();
                await().until(() -> session.status().state() == State.CLOSED);
                for (Socket client : clients) {
                    client.close();
                }
                assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads())
                        .as("round %d", round)
                        .isNull();
            }
        } finally {
            over = true;
            broadcast.join();
            copying.join();
            session.close();
        }
        assertThat(session.clients().presentCount()).isZero();
    }

    private static List<Socket> connect(Session session) throws IOException {
        int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
            client.getOutputStream().write(new byte[1000]);
            clients.add(client);
        }
        return clients;
    }

    private void broadcast(Session session) {
        byte[] message = new byte[100];
        while (!over) {
            session.sending().all().forEach(peer -> session.sending().send(peer, message, Origin.PERSON));
            Thread.yield();
        }
    }

    private void copy(Session session) {
        Path target = folder.resolve("copy.pcapng");
        try {
            while (!over) {
                CountDownLatch done = new CountDownLatch(1);
                session.log().exports().saveCapture(target, failed -> done.countDown());
                done.await();
                Files.deleteIfExists(target);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
