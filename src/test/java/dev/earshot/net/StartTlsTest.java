package dev.earshot.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.ServerTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the change of a running conversation to TLS, on either side. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StartTlsTest {
    private static final byte[] READY = "220 ready\r\n".getBytes(US_ASCII);
    private static final byte[] SECRET = "secret\r\n".getBytes(US_ASCII);

    private static TlsSides sides() throws IOException {
        return new TlsSides(new ServerTls(TlsRig.IDENTITY, List.of(), List.of()), new ClientTls(TlsRig.trusting()));
    }

    private static Rig rig() throws IOException {
        TlsSides sides = sides();
        return new Rig(
                Rig.LIMITS,
                new RecordingSink(),
                SystemCalls.REAL,
                new Admission(ClientLimits.STANDARD),
                () -> new TlsSides(sides.accepting(), null));
    }

    private static byte[] read(InputStream in, int count) throws IOException {
        return in.readNBytes(count);
    }

    @Test
    void aServerAnswersInPlainUntilItsClientBeginsTls() throws Exception {
        try (Rig rig = rig()) {
            Socket socket = rig.connect();
            Peer peer = rig.peer(socket);
            socket.getOutputStream().write("STARTTLS\r\n".getBytes(US_ASCII));
            rig.sink.awaitBytes(peer, 10);
            rig.server.conversations().startTls(peer);
            rig.sink.awaitNote(TlsNote.TLS_AWAITED);
            rig.server.conversations().send(peer, READY, Origin.PERSON);
            assertThat(read(socket.getInputStream(), READY.length)).isEqualTo(READY);

            SSLSocket encrypted = TlsRig.layer(socket);
            encrypted.startHandshake();
            assertThat(rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer()).isEqualTo(peer);
            encrypted.getOutputStream().write(SECRET);
            assertThat(new String(rig.sink.awaitBytes(peer, 18), US_ASCII)).isEqualTo("STARTTLS\r\nsecret\r\n");
            rig.server.conversations().send(peer, READY, Origin.PERSON);
            assertThat(read(encrypted.getInputStream(), READY.length)).isEqualTo(READY);

            encrypted.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().disconnect(peer);
            assertThat(encrypted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aClientEncryptsWhatIsSentBehindIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                Peer peer = sink.await(Event.Joined.class).peer();
                client.conversations().send(peer, READY, Origin.PERSON);
                client.conversations().startTls(peer);
                client.conversations().send(peer, SECRET, Origin.PERSON);
                assertThat(read(socket.getInputStream(), READY.length)).isEqualTo(READY);
                SSLSocket encrypted = sides().accepting().layer(socket);
                assertThat(read(encrypted.getInputStream(), SECRET.length)).isEqualTo(SECRET);
                encrypted.getOutputStream().write(SECRET);
                assertThat(sink.awaitBytes(peer, SECRET.length)).isEqualTo(SECRET);
                assertThat(sink.awaitNote(TlsNote.TLS_PEER_CERTIFICATE).peer()).isEqualTo(peer);
            }
            client.close();
        }
    }

    @Test
    void anAnswerInPlainIsShownAndEndsInAMessageOnceTheServerCloses() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                Peer peer = sink.await(Event.Joined.class).peer();
                client.conversations().startTls(peer);
                assertThat(socket.getInputStream().read()).isEqualTo(22);
                socket.getOutputStream().write("500 what?\r\n".getBytes(US_ASCII));
                assertThat(new String(sink.awaitBytes(peer, 11), US_ASCII)).isEqualTo("500 what?\r\n");
                socket.shutdownOutput();
                assertThat(sink.awaitNote(TlsNote.TLS_FAILED).problem(0).key()).isEqualTo("problem.tls.ended");
                assertThat(sink.await(Event.Left.class).detail()).isEqualTo("TLS");
            }
            client.close();
        }
    }

    @Test
    void aCertificateThatIsNotTrustedEndsTheConversation() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            ClientTls suspicious = new ClientTls(ClientTls.Options.STANDARD);
            TcpClient client = client(server, sink, new TlsSides(null, suspicious));
            try (Socket socket = server.accept()) {
                client.conversations().startTls(sink.await(Event.Joined.class).peer());
                Thread peer = new Thread(() -> {
                    try {
                        sides().accepting().layer(socket).startHandshake();
                    } catch (IOException e) {
                        // the alert
                    }
                });
                peer.start();
                assertThat(sink.awaitNote(TlsNote.TLS_FAILED).problem(0).key())
                        .isEqualTo("problem.tls.certificate.untrusted");
                assertThat(sink.await(Event.Left.class).detail()).isEqualTo("TLS");
                peer.join();
            }
            client.close();
        }
    }

    @Test
    void closingFreesAHandshakeThatNobodyAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                client.conversations().startTls(sink.await(Event.Joined.class).peer());
                assertThat(socket.getInputStream().read()).isEqualTo(22);
                client.close();
                assertThat(sink.await(Event.Left.class).why()).isEqualTo(Event.Reason.CLOSED_HERE);
                assertThat(sink.all(Event.Note.class)).noneMatch(note -> note.kind() == TlsNote.TLS_FAILED);
            }
        }
    }

    @Test
    void aServerThatRefusesWithAnAlertEndsTheConversation() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                client.conversations().startTls(sink.await(Event.Joined.class).peer());
                assertThat(socket.getInputStream().read()).isEqualTo(22);
                socket.getOutputStream().write(HexFormat.of().parseHex("15030300020228"));
                assertThat(sink.await(Event.Left.class).detail()).isEqualTo("TLS");
                assertThat(sink.all(Event.Received.class)).isEmpty();
            }
            client.close();
        }
    }

    @Test
    void aServerThatIsSilentIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                client.conversations().startTls(sink.await(Event.Joined.class).peer());
                assertThat(sink.awaitNote(TlsNote.TLS_FAILED).problem(0).key()).isEqualTo("problem.tls.silent");
                assertThat(socket.getInputStream().readAllBytes()).startsWith(22, 3);
            }
            client.close();
        }
    }

    /** Frames of M-Bus end with 16, and 03 is a frequent length or function code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "16",
                "1603",
                "16030102",
                "160301000501020000FFFF0303",
                "16030100050100FFFFFF05",
                "1603010004010000F6160200"
            })
    void whatOnlyResemblesTlsStaysPlain(String digits) throws Exception {
        byte[] plain = HexFormat.of().parseHex(digits);
        try (Rig rig = rig()) {
            Socket socket = rig.connect();
            Peer peer = rig.peer(socket);
            rig.server.conversations().startTls(peer);
            rig.sink.awaitNote(TlsNote.TLS_AWAITED);
            rig.server.conversations().send(peer, READY, Origin.PERSON);
            socket.getOutputStream().write(plain);
            assertThat(rig.sink.awaitBytes(peer, plain.length)).isEqualTo(plain);
            assertThat(read(socket.getInputStream(), READY.length)).isEqualTo(READY);
            TlsRig.layer(socket).startHandshake();
            rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED);
        }
    }

    @Test
    void aRefusalInBytesThatResembleTlsIsShown() throws Exception {
        byte[] refusal = HexFormat.of().parseHex("1603010005FF");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RecordingSink sink = new RecordingSink();
            TcpClient client = client(server, sink);
            try (Socket socket = server.accept()) {
                Peer peer = sink.await(Event.Joined.class).peer();
                client.conversations().startTls(peer);
                assertThat(socket.getInputStream().read()).isEqualTo(22);
                socket.getOutputStream().write(refusal);
                assertThat(sink.awaitBytes(peer, refusal.length)).isEqualTo(refusal);
            }
            client.close();
        }
    }

    /** The first record may be shorter than what is looked at (RFC 8446, section 5.1). */
    @ParameterizedTest
    @CsvSource({
        "16030100FA010000F60303AABB, 11",
        "16030100060100 00F60303160301, 11",
        "16030101040100 01000303AABB, 11",
        "1603010005010000F603160301, 13",
        "160301000101160301AA, 9"
    })
    void tlsBeginsAlsoWhereItsFirstBytesComeOneByOne(String digits, int known) throws Exception {
        byte[] head = HexFormat.of().parseHex(digits.replace(" ", ""));
        try (Rig rig = rig()) {
            TlsUpgrade upgrade = TlsUpgrade.ofServer(rig.connect(), sides().accepting(), () -> true);
            byte[] buffer = head.clone();
            InputStream slices = new ByteArrayInputStream(head, 1, head.length - 1) {
                @Override
                public synchronized int read(byte[] to, int offset, int length) {
                    return super.read(to, offset, Math.min(1, length));
                }
            };
            Arrays.fill(buffer, 1, buffer.length, (byte) 0);
            assertThat(upgrade.readHead(slices, buffer, 1)).isEqualTo(known);
            assertThat(buffer).startsWith(Arrays.copyOf(head, known));
            assertThat(upgrade.takes(buffer, known)).isTrue();
        }
    }

    @Test
    void aClientThatEndsWithoutTlsLeavesAsEver() throws Exception {
        try (Rig rig = rig()) {
            Socket socket = rig.connect();
            Peer peer = rig.peer(socket);
            rig.server.conversations().startTls(peer);
            rig.sink.awaitNote(TlsNote.TLS_AWAITED);
            socket.getOutputStream().write(SECRET);
            socket.close();
            assertThat(rig.sink.awaitBytes(peer, SECRET.length)).isEqualTo(SECRET);
            rig.sink.await(Event.Left.class);
            assertThat(rig.sink.all(Event.Note.class)).noneMatch(note -> note.kind() == TlsNote.TLS_FAILED);
        }
    }

    @Test
    void askingTwiceOrInVainIsReportedAndChangesNothing() throws Exception {
        try (Rig rig = rig()) {
            Socket socket = rig.connect();
            Peer peer = rig.peer(socket);
            rig.server.conversations().startTls(peer);
            rig.server.conversations().startTls(peer);
            assertThat(rig.sink.awaitNote(TlsNote.TLS_NOT_STARTED).problem(0).key())
                    .isEqualTo("problem.tls.begun");
            rig.server.conversations().send(peer, READY, Origin.PERSON);
            assertThat(read(socket.getInputStream(), READY.length)).isEqualTo(READY);
        }
        try (Rig rig = new Rig()) {
            rig.server.conversations().startTls(rig.peer(rig.connect()));
            assertThat(rig.sink.awaitNote(TlsNote.TLS_NOT_STARTED).problem(0).key())
                    .isEqualTo("problem.tls.none");
        }
    }

    private static TcpClient client(ServerSocket server, RecordingSink sink) throws IOException {
        return client(server, sink, new TlsSides(null, sides().connecting()));
    }

    private static TcpClient client(ServerSocket server, RecordingSink sink, TlsSides sides) throws IOException {
        TcpClient client = new TcpClient(
                new ConnectAddress("127.0.0.1", server.getLocalPort()),
                ConnectOptions.STANDARD,
                TlsSides.onDemand(() -> sides),
                new AtomicInteger()::incrementAndGet);
        client.open(sink);
        return client;
    }
}
