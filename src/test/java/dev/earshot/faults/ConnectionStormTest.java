package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.net.LimitNote;
import dev.earshot.net.address.AddressFilter;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.TcpServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Connects 10,000 times, as fast as it goes and from five addresses, to a server that takes 100 clients. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class ConnectionStormTest {
    private static final int CONNECTIONS = 10_000;
    private static final int MOST = 100;

    /** Each from its own port; with one address the ports of those that were refused would run out. */
    private static final int ADDRESSES = 5;

    @TempDir
    Path folder;

    @Test
    void theFirstHundredStayAndAllOthersAreRefusedAndCounted() throws Exception {
        ClientLimits limits = new ClientLimits(MOST, 0, 0, 0, 0, 0, 0, AddressFilter.ALL);
        Session session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        session.open(new TcpServerConfig(
                ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(0), ConnectionConfig.STANDARD, limits));
        await().until(() -> session.status().state() == State.OPEN);
        int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
        List<Socket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket client = connect(port, i);
                if (i < MOST) {
                    taken.add(client);
                    continue;
                }
                assertThat(isRefused(client)).isTrue();
            }
            assertThat(session.clients().presentCount()).isEqualTo(MOST);
            assertThat(session.clients().all())
                    .as("who was refused has never joined")
                    .hasSize(MOST);
            for (Socket client : taken) {
                client.getOutputStream().write('x');
            }
            await().until(() -> session.clients().bytesIn() == MOST);
            await().atMost(Duration.ofSeconds(60)).until(() -> counted(session) == CONNECTIONS - MOST);
        } finally {
            for (Socket client : taken) {
                client.close();
            }
        }
        await().until(() -> session.clients().presentCount() == 0);
        try (Socket next = connect(port, 0)) {
            await().until(() -> session.clients().presentCount() == 1);
            assertThat(next.isConnected()).isTrue();
        }
        session.close();
    }

    private static Socket connect(int port, int number) throws IOException {
        Socket client = new Socket();
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + number % ADDRESSES)});
        client.bind(new InetSocketAddress(from, 0));
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return client;
    }

    /** Whether the server ends this connection without a byte. */
    private static boolean isRefused(Socket client) throws IOException {
        try (client) {
            return client.getInputStream().read() < 0;
        } catch (IOException e) {
            return true; // reset
        }
    }

    /** Adds up the counts in the log of those who were refused. */
    private static long counted(Session session) throws IOException {
        long counted = 0;
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                Row row = rows.read(i, 1 << 10);
                if (row.event() instanceof Event.Note note && note.kind() == LimitNote.MANY_CLIENTS_END) {
                    counted += note.number(0, 0);
                }
            }
        }
        return counted;
    }
}
