package dev.earshot.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Identity;
import dev.earshot.net.tls.SelfSigned;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests which servers a TCP client with TLS accepts. */
class TlsClientTest {
    private static final byte[] HELLO = "hello\n".getBytes(US_ASCII);

    private final RecordingSink sink = new RecordingSink();
    private Rig rig;

    @AfterEach
    void close() throws IOException {
        if (rig != null) {
            rig.close();
        }
    }

    private void serve(Identity identity) throws IOException {
        ServerTls tls = new ServerTls(identity, List.of(), List.of());
        rig = new Rig(Rig.LIMITS, new RecordingSink(), TlsRig.server(tls, TlsRig.PATIENT));
    }

    private Problem refusal(ClientTls.Options options, String host) throws IOException {
        ConnectAddress to = new ConnectAddress(host, rig.address.getPort());
        TlsSides sides = new TlsSides(null, new ClientTls(options));
        TcpClient client = new TcpClient(to, ConnectOptions.STANDARD, sides, () -> 1);
        IOException why = catchThrowableOfType(IOException.class, () -> client.open(sink));
        assertThat(sink.events()).isEmpty();
        return ConnectFailure.problem(to, why);
    }

    private static String pin(Identity identity) {
        return Fingerprint.of(identity.certificate()).text();
    }

    @Test
    void bytesGoBothWaysAndTheCertificateIsShown() throws Exception {
        serve(TlsRig.IDENTITY);
        TcpClient client = TlsRig.client(rig, TlsRig.trustingIssuer());
        client.open(sink);
        Peer server = sink.await(Event.Joined.class).peer();
        client.conversations().send(server, HELLO, Origin.PERSON);
        Peer peer = rig.sink.await(Event.Joined.class).peer();
        assertThat(rig.sink.awaitBytes(peer, HELLO.length)).isEqualTo(HELLO);
        rig.server.conversations().send(peer, HELLO, Origin.PERSON);
        assertThat(sink.awaitBytes(server, HELLO.length)).isEqualTo(HELLO);
        assertThat(sink.awaitNote(TlsNote.TLS_ESTABLISHED).arguments().get(0)).startsWith("TLS 1.3, ");
        assertThat(sink.awaitNote(TlsNote.TLS_PEER_CERTIFICATE).arguments()).contains(pin(TlsRig.IDENTITY));
        client.close();
        rig.sink.await(Event.FinishedSending.class, finished -> finished.peer().equals(peer));
    }

    @Test
    void aSelfSignedCertificateIsRefusedWithItsFingerprintAndAcceptedByIt() throws Exception {
        serve(TlsRig.IDENTITY);
        Problem why = refusal(ClientTls.Options.STANDARD, "127.0.0.1");
        assertThat(why.key()).isEqualTo("problem.tls.certificate.untrusted");
        assertThat(why.arguments()).contains(pin(TlsRig.IDENTITY), "CN=Earshot,OU=self-signed");

        TcpClient client = TlsRig.client(rig, TlsRig.trusting());
        client.open(sink);
        sink.awaitNote(TlsNote.TLS_ESTABLISHED);
        client.close();
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefusedEvenIfItsIssuerIsTrusted() throws Exception {
        Identity other = SelfSigned.make(List.of("127.0.0.1"), Instant.now());
        serve(other);
        Fingerprint pinned = Fingerprint.of(TlsRig.IDENTITY.certificate());
        ClientTls.Options options = new ClientTls.Options(List.of(other.certificate()), pinned, null, "", List.of());
        Problem why = refusal(options, "127.0.0.1");
        assertThat(why.key()).isEqualTo("problem.tls.certificate.pin");
        assertThat(why.arguments()).contains(pin(other));
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        Identity other = SelfSigned.make(List.of("192.0.2.1"), Instant.now());
        serve(other);
        ClientTls.Options options = new ClientTls.Options(List.of(other.certificate()), null, null, "", List.of());
        assertThat(refusal(options, "127.0.0.1").key()).isEqualTo("problem.tls.certificate.name");
    }

    @Test
    void theNameThatIsAskedForCountsAsTheHosts() throws Exception {
        serve(SelfSigned.make(List.of("192.0.2.1"), Instant.now()));
        ClientTls.Options options =
                new ClientTls.Options(List.of(rigCertificate()), null, null, "localhost", List.of());
        TcpClient client = TlsRig.client(rig, options);
        client.open(sink);
        assertThat(sink.awaitNote(TlsNote.TLS_ESTABLISHED).arguments().get(0)).endsWith("SNI localhost");
        client.close();
    }

    private X509Certificate rigCertificate() throws Exception {
        Socket connection = rig.connect();
        Fingerprint shown = Fingerprint.parse(
                rig.sink.awaitNote(TlsNote.TLS_OWN_CERTIFICATE).arguments().get(2));
        SSLSocket socket = new ClientTls(ClientTls.Options.STANDARD.withPin(shown))
                .layer(connection, "127.0.0.1", connection.getPort());
        socket.startHandshake();
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    @Test
    void anExpiredCertificateIsRefusedAndOneOfTheFutureToo() throws Exception {
        Identity old = SelfSigned.make(List.of("127.0.0.1"), Instant.now().minus(Duration.ofDays(800)));
        serve(old);
        ClientTls.Options options = new ClientTls.Options(List.of(old.certificate()), null, null, "", List.of());
        assertThat(refusal(options, "127.0.0.1").key()).isEqualTo("problem.tls.certificate.expired");
        rig.close();
        Identity young = SelfSigned.make(List.of("127.0.0.1"), Instant.now().plus(Duration.ofDays(800)));
        serve(young);
        assertThat(refusal(ClientTls.Options.STANDARD, "127.0.0.1").key()).isEqualTo("problem.tls.certificate.not.yet");
    }

    @Test
    void aServerThatSpeaksPlainTextIsToldAsSuch() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> greeting = CompletableFuture.runAsync(() -> {
                try (Socket accepted = server.accept()) {
                    accepted.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(US_ASCII));
                    accepted.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            assertThat(failure(to, TlsRig.PATIENT).key()).isEqualTo("problem.tls.plain.server");
            greeting.join();
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            assertThat(failure(to, 300).key()).isEqualTo("problem.tls.silent");
        }
    }

    private Problem failure(ConnectAddress to, int millis) throws IOException {
        TlsSides sides = new TlsSides(null, new ClientTls(ClientTls.Options.STANDARD));
        SystemCalls calls = new TlsCalls(SystemCalls.REAL, sides, millis);
        Dialer dialer = new Dialer(to, ConnectOptions.STANDARD, calls);
        return ConnectFailure.problem(to, catchThrowableOfType(IOException.class, dialer::dial));
    }

    @Test
    void closingEndsTheHandshakeOfAClient() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            TlsSides sides = new TlsSides(null, new ClientTls(ClientTls.Options.STANDARD));
            TcpClient client = new TcpClient(to, ConnectOptions.STANDARD, sides, () -> 1);
            CompletableFuture<IOException> opening = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(IOException.class, () -> client.open(sink)));
            try (Socket accepted = server.accept()) {
                accepted.getInputStream().read(); // the handshake has begun
                client.close();
                assertThat(ConnectFailure.problem(to, opening.join()).key()).isEqualTo("problem.connect.cancelled");
            }
        }
    }

    @Test
    void aRelayEncryptsEitherSideAlone() throws Exception {
        serve(TlsRig.IDENTITY);
        ConnectAddress to = new ConnectAddress("127.0.0.1", rig.address.getPort());
        RecordingSink ofRelay = new RecordingSink();
        int[] ids = new int[1];
        TlsSides sides = new TlsSides(null, new ClientTls(TlsRig.trusting()));
        Relay relay = new Relay(Rig.listen("127.0.0.1", 0), to, RelayOptions.STANDARD, sides, () -> ++ids[0]);
        relay.open(ofRelay);
        try (Socket plain = new Socket("127.0.0.1", relay.local().getPort())) {
            plain.getOutputStream().write(HELLO);
            Peer last = rig.sink.await(Event.Joined.class).peer();
            assertThat(rig.sink.awaitBytes(last, HELLO.length)).isEqualTo(HELLO);
            rig.server.conversations().send(last, HELLO, Origin.PERSON);
            assertThat(plain.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
            plain.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().finishSending(last);
            assertThat(plain.getInputStream().read()).isEqualTo(-1);
        } finally {
            relay.close();
        }
    }

    @Test
    void aRelayTakesTlsAndGoesOnInPlainText() throws Exception {
        try (Rig plain = new Rig()) {
            ConnectAddress to = new ConnectAddress("127.0.0.1", plain.address.getPort());
            RecordingSink ofRelay = new RecordingSink();
            int[] ids = new int[1];
            TlsSides sides = new TlsSides(new ServerTls(TlsRig.IDENTITY, List.of(), List.of()), null);
            Relay relay = new Relay(Rig.listen("127.0.0.1", 0), to, RelayOptions.STANDARD, sides, () -> ++ids[0]);
            relay.open(ofRelay);
            try (Socket connection = new Socket("127.0.0.1", relay.local().getPort())) {
                TlsRig.layer(connection).getOutputStream().write(HELLO);
                Peer last = plain.sink.await(Event.Joined.class).peer();
                assertThat(plain.sink.awaitBytes(last, HELLO.length)).isEqualTo(HELLO);
                Peer client = ofRelay.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
                assertThat(ofRelay.awaitBytes(client, HELLO.length)).isEqualTo(HELLO);
            } finally {
                relay.close();
            }
        }
    }
}
