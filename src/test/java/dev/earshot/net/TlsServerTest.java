package dev.earshot.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.SelfSigned;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a TCP server whose clients speak TLS. */
class TlsServerTest {
    private static final byte[] HELLO = "hello\n".getBytes(US_ASCII);
    private static final int MEGABYTES = 10 << 20;

    private static Rig rig(int handshakeMillis, String... alpn) throws IOException {
        return new Rig(Rig.LIMITS, new RecordingSink(), TlsRig.server(handshakeMillis, alpn));
    }

    private static Rig rig() throws IOException {
        return rig(TlsRig.PATIENT);
    }

    private static Peer only(Rig rig) {
        return rig.sink.await(Event.Joined.class).peer();
    }

    @Test
    void theCertificateIsToldWhenItOpens() throws Exception {
        try (Rig rig = rig()) {
            Event.Note own = rig.sink.awaitNote(TlsNote.TLS_OWN_CERTIFICATE);
            assertThat(own.arguments())
                    .contains(Fingerprint.of(TlsRig.IDENTITY.certificate()).text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-4000, 4000})
    void aCertificateThatIsNotValidTodayIsSaid(int days) throws Exception {
        Instant made = Instant.now().plus(Duration.ofDays(days));
        ServerTls tls = new ServerTls(SelfSigned.make(List.of("127.0.0.1"), made), List.of(), List.of());
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), TlsRig.server(tls, TlsRig.PATIENT))) {
            Event.Note note = rig.sink.awaitNote(TlsNote.TLS_OWN_INVALID);
            assertThat(note.arguments()).hasSize(2).doesNotHaveDuplicates();
        }
        try (Rig rig = rig()) {
            TlsRig.connect(rig);
            only(rig); // notes about our keys come before all clients
            assertThat(rig.sink.all(Event.Note.class))
                    .extracting(Event.Note::kind)
                    .contains(TlsNote.TLS_OWN_CERTIFICATE)
                    .doesNotContain(TlsNote.TLS_OWN_INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void plainBytesAreReportedInBothDirectionsAndWhatWasAgreedOnBeforeThem(String protocol) throws Exception {
        try (Rig rig = rig(TlsRig.PATIENT, "echo/1")) {
            ClientTls.Options options = new ClientTls.Options(
                    List.of(), TlsRig.trusting().pin(), null, "boiler.example", List.of("other", "echo/1"));
            SSLSocket client = new ClientTls(options).layer(rig.connect(), "127.0.0.1", rig.address.getPort());
            client.setEnabledProtocols(new String[] {protocol});
            client.getOutputStream().write(HELLO);
            Peer peer = only(rig);
            assertThat(rig.sink.awaitBytes(peer, HELLO.length)).isEqualTo(HELLO);
            rig.server.conversations().send(peer, HELLO, Origin.PERSON);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
            assertThat(rig.sink.bytesTo(peer)).isEqualTo(HELLO);
            assertThat(rig.sink.events(peer).get(1))
                    .isInstanceOfSatisfying(
                            Event.Note.class,
                            note -> assertThat(note.arguments())
                                    .first()
                                    .asString()
                                    .startsWith(protocol.replace("TLSv", "TLS ") + ", TLS_")
                                    .endsWith("ALPN echo/1, SNI boiler.example"));
        }
    }

    @Test
    void whatIsSentBeforeTheHandshakeWaitsForIt() throws Exception {
        try (Rig rig = rig()) {
            Socket connection = rig.connect();
            Peer peer = only(rig);
            assertThat(rig.server.conversations().send(peer, HELLO, Origin.PERSON))
                    .isTrue();
            assertThat(rig.sink.all(Event.Sending.class)).isEmpty();
            assertThat(TlsRig.layer(connection).getInputStream().readNBytes(HELLO.length))
                    .isEqualTo(HELLO);
            List<Event> events = rig.sink.events(peer);
            assertThat(events.get(1)).isInstanceOf(Event.Note.class);
            assertThat(events.get(2)).isInstanceOf(Event.Sending.class);
        }
    }

    @Test
    void plainTextIsToldAsSuchAndWhatWaitsCountsAsUndelivered() throws Exception {
        try (Rig rig = rig()) {
            Socket client = rig.connect();
            Peer peer = only(rig);
            rig.server.conversations().send(peer, HELLO, Origin.PERSON);
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: boiler\r\n\r\n".getBytes(US_ASCII));
            assertThat(failure(rig).key()).isEqualTo("problem.tls.plain.client");
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.undelivered()).isEqualTo(HELLO.length);
            assertThat(rig.sink.all(Event.Sending.class)).isEmpty();
        }
    }

    @Test
    void oldProtocolsAreRefused() throws Exception {
        try (Rig rig = rig()) {
            Socket client = rig.connect();
            client.getOutputStream().write(helloOfTls11());
            assertThat(failure(rig).key()).isEqualTo("problem.tls.protocol.client");
            rig.sink.await(Event.Left.class);
        }
    }

    /** Returns the first message of a client that speaks nothing newer than TLS 1.1 (RFC 4346, section 7.4.1.2). */
    private static byte[] helloOfTls11() {
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 4 + 2];
        byte[] start = {22, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, 2};
        System.arraycopy(start, 0, hello, 0, start.length);
        byte[] end = {0, 0, 2, 0, 0x2F, 1, 0};
        System.arraycopy(end, 0, hello, hello.length - end.length, end.length);
        return hello;
    }

    @Test
    void aClientThatDoesNotTrustTheCertificateIsTold() throws Exception {
        try (Rig rig = rig()) {
            // It leaves the connection open: a reset behind its alert could overtake it.
            SSLSocket client = (SSLSocket) SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket(rig.connect(), "127.0.0.1", rig.address.getPort(), false);
            Assertions.assertThatThrownBy(client::startHandshake).isInstanceOf(SSLHandshakeException.class);
            assertThat(failure(rig).key()).isEqualTo("problem.tls.distrusted");
        }
    }

    @Test
    void aClientWithoutTheRightCertificateIsRefused() throws Exception {
        ServerTls strict = new ServerTls(TlsRig.IDENTITY, List.of(TlsRig.IDENTITY.certificate()), List.of());
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), TlsRig.server(strict, TlsRig.PATIENT))) {
            TlsRig.connect(rig); // with TLS 1.3 the client learns of it later
            assertThat(failure(rig).key()).isEqualTo("problem.tls.certificate.missing");

            ClientTls.Options trusting = TlsRig.trusting();
            ClientTls.Options known = new ClientTls.Options(List.of(), trusting.pin(), TlsRig.IDENTITY, "", List.of());
            SSLSocket client = new ClientTls(known).layer(rig.connect(), "127.0.0.1", rig.address.getPort());
            client.getOutputStream().write(HELLO);
            Event.Note shown = rig.sink.awaitNote(TlsNote.TLS_PEER_CERTIFICATE);
            assertThat(shown.arguments()).contains(trusting.pin().text());
            assertThat(rig.sink.awaitBytes(shown.peer(), HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void aHundredSilentClientsDelayNobody() throws Exception {
        try (Rig rig = rig()) {
            for (int i = 0; i < 100; i++) {
                rig.connect();
            }
            SSLSocket client = TlsRig.connect(rig);
            client.getOutputStream().write(HELLO);
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            assertThat(rig.sink.awaitBytes(peer, HELLO.length)).isEqualTo(HELLO);
            rig.server.conversations().send(peer, HELLO, Origin.PERSON);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
            assertThat(rig.sink.all(Event.Left.class)).isEmpty();
        }
    }

    @Test
    void silentClientsAreGivenUp() throws Exception {
        try (Rig rig = rig(1_000)) {
            for (Socket silent : List.of(rig.connect(), rig.connect(), rig.connect())) {
                assertThat(silent.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(failure(rig).key()).isEqualTo("problem.tls.silent");
            assertThat(failure(rig).arguments()).last().hasToString("1");
            assertThat(rig.sink.await(Event.Left.class).why()).isEqualTo(Event.Reason.FAILED);
        }
    }

    @Test
    void tenMegabytesGoBothWaysUnchanged() throws Exception {
        byte[] bytes = new byte[MEGABYTES];
        new Random(1).nextBytes(bytes);
        try (Rig rig = rig()) {
            SSLSocket client = TlsRig.connect(rig);
            Peer peer = only(rig);
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.getInputStream().readNBytes(bytes.length);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(rig.server.conversations().send(peer, bytes, Origin.PERSON))
                    .isTrue();
            client.getOutputStream().write(bytes);
            assertThat(rig.sink.awaitBytes(peer, bytes.length)).isEqualTo(bytes);
            assertThat(read.get()).isEqualTo(bytes);
        }
    }

    @Test
    void aClientThatHasFinishedSendingIsStillAnswered() throws Exception {
        try (Rig rig = rig()) {
            SSLSocket client = TlsRig.connect(rig);
            Peer peer = only(rig);
            client.getOutputStream().write(HELLO);
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().send(peer, HELLO, Origin.PERSON);
            rig.server.conversations().finishSending(peer);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(HELLO);
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.CLOSED_BY_PEER);
        }
    }

    @Test
    void weFinishSendingAndStillRead() throws Exception {
        try (Rig rig = rig()) {
            SSLSocket client = TlsRig.connect(rig);
            Peer peer = only(rig);
            rig.server.conversations().finishSending(peer);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.getOutputStream().write(HELLO);
            assertThat(rig.sink.awaitBytes(peer, HELLO.length)).isEqualTo(HELLO);
            rig.sink.awaitNote(TcpNote.FINISHED_HERE);
            client.close();
            rig.sink.awaitLeft(peer);
        }
    }

    @Test
    void closingTheServerTellsItsClients() throws Exception {
        Rig rig = rig();
        SSLSocket client = TlsRig.connect(rig);
        rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED);
        rig.server.close();
        assertThat(client.getInputStream().read()).isEqualTo(-1); // and not "terminated incorrectly"
        assertThat(rig.sink.await(Event.Left.class).why()).isEqualTo(Event.Reason.CLOSED_HERE);
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnect", "abort", "close"})
    void aBlockedWriterDoesNotHoldUpTheEnd(String end) throws Exception {
        TimeLimits impatient = new TimeLimits(HalfClose.ofSeconds(3), 1_000, 300, 1_000);
        try (Rig rig = new Rig(impatient, new RecordingSink(), TlsRig.server(TlsRig.PATIENT))) {
            Socket slow = rig.connectSlowReader();
            SSLSocket client = TlsRig.layer(slow);
            client.startHandshake();
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            rig.server.conversations().send(peer, new byte[16 << 20], Origin.PERSON);
            rig.sink.awaitNote(TcpNote.STALLED);
            switch (end) {
                case "disconnect" -> rig.server.conversations().disconnect(peer);
                case "abort" -> rig.server.conversations().abort(peer);
                default -> rig.server.close();
            }
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.undelivered()).isPositive();
            assertThat(left.why()).isEqualTo(end.equals("abort") ? Event.Reason.RESET_HERE : Event.Reason.CLOSED_HERE);
        }
    }

    @Test
    void abortIsSeenAsAReset() throws Exception {
        try (Rig rig = rig()) {
            SSLSocket client = TlsRig.connect(rig);
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            rig.server.conversations().abort(peer);
            Assertions.assertThatThrownBy(() -> {
                        OutputStream out = client.getOutputStream();
                        while (client.getInputStream().read() >= 0) {
                            out.write(HELLO);
                        }
                    })
                    .hasStackTraceContaining(SocketException.class.getName());
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.RESET_HERE);
        }
    }

    @Test
    void aResetByTheClientIsReportedAsOne() throws Exception {
        try (Rig rig = rig()) {
            Socket connection = rig.connect();
            SSLSocket client = TlsRig.layer(connection);
            client.startHandshake();
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            Rig.reset(connection);
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.RESET_BY_PEER);
        }
    }

    @Test
    void aClientThatResetsItsHandshakeIsToldWithTheUsualReasons() throws Exception {
        try (Rig rig = rig()) {
            Socket client = rig.connect();
            client.getOutputStream().write(new byte[] {22, 3, 1, 1, 0, 1, 0, 0, (byte) 0xFC});
            rig.peer(client);
            client.setSoLinger(true, 0);
            client.close();
            assertThat(rig.sink.awaitNote(TlsNote.TLS_FAILED).problem(0).key()).isEqualTo("problem.tls.reset");
        }
    }

    @Test
    void closingDuringTheHandshakeReportsNoFailure() throws Exception {
        Rig rig = rig();
        rig.connect();
        Peer peer = only(rig);
        rig.server.close();
        assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.CLOSED_HERE);
        rig.sink.await(Event.Closed.class);
        assertThat(rig.sink.all(Event.Note.class)).noneMatch(note -> note.kind() == TlsNote.TLS_FAILED);
        rig.close();
    }

    private static Problem failure(Rig rig) {
        return rig.sink.awaitNote(TlsNote.TLS_FAILED).problem(0);
    }
}
