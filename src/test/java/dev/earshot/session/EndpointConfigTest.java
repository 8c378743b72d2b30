package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientConfig;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TcpServerKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests sessions that connect instead of listening. */
class EndpointConfigTest {
    @TempDir
    Path folder;

    private Session session;
    private ServerSocket server;

    @BeforeEach
    void begin() throws Exception {
        session = Session.begin(new CaptureStore(folder), Framing.LINES);
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws Exception {
        session.close();
        server.close();
    }

    @Test
    void aClientTalksToItsServerAndClosesWhenTheServerLeaves() throws Exception {
        connect("127.0.0.1", ConnectOptions.STANDARD);
        try (Socket accepted = server.accept()) {
            await().until(() -> session.status().state() == State.OPEN);
            assertThat(session.status().address()).isEqualTo("127.0.0.1:" + server.getLocalPort());
            await().until(() -> session.clients().presentCount() == 1);
            Peer peer = session.clients().present().get(0).peer();
            assertThat(session.sending().send(peer, "hello\n".getBytes(UTF_8), Origin.PERSON))
                    .isTrue();
            assertThat(accepted.getInputStream().readNBytes(6)).isEqualTo("hello\n".getBytes(UTF_8));
            session.clients().finishSending(List.of(peer));
            assertThat(accepted.getInputStream().read()).as("half-closed").isEqualTo(-1);
            accepted.getOutputStream().write("still read\n".getBytes(UTF_8));
            await().until(() -> session.clients().bytesIn() == 11);
        }
        await().until(() -> session.status().state() == State.CLOSED);
        connect("localhost", ConnectOptions.STANDARD);
        server.accept().close();
        await().until(() ->
                session.status().state() == State.CLOSED && session.clients().version() >= 4);
    }

    @Test
    void wrongSettingsOfTlsStopOnlyWhatIsEncrypted() throws Exception {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(TcpServerKind.PORT, "0");
        settings.put(TcpServerKind.TLS.certificate(), "no\0path");
        settings.put(TcpServerKind.TLS.alpn(), ",,");
        session.open(TcpServerConfig.of(settings));
        await().until(() -> session.status().state() == State.OPEN);
        session.stop();
        settings.put(TcpServerKind.TLS.used(), true);
        assertThatThrownBy(() -> TcpServerConfig.of(settings))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).startsWith("problem.tls."));
    }

    @Test
    void anUnreachableTargetIsAProblemInWords() throws Exception {
        server.close();
        connect("127.0.0.1", ConnectOptions.STANDARD);
        await().until(() -> session.status().state() == State.FAILED);
        assertThat(session.status().problem().key()).startsWith("problem.connect.");
    }

    @Test
    void stoppingGivesUpConnectingAtOnce() throws Exception {
        // Nobody answers for 240.0.0.0/4, or the system says so at once: either way it must not take the 60 s.
        connect("240.0.0.1", ConnectOptions.STANDARD.withTimeout(60_000));
        session.stop();
        await().until(() -> session.status().state() == State.CLOSED);
    }

    private void connect(String host, ConnectOptions options) throws Exception {
        ConnectAddress target = ConnectAddress.parse(host, Integer.toString(server.getLocalPort()));
        session.open(new TcpClientConfig(target, options));
    }
}
