package dev.earshot.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests TLS against other programs such as openssl and gnutls-cli, where they are installed. */
class TlsCounterpartsTest {
    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void writeIdentity() throws Exception {
        certificate =
                write("cert.pem", "CERTIFICATE", TlsRig.IDENTITY.certificate().getEncoded());
        key = write("key.pem", "PRIVATE KEY", TlsRig.IDENTITY.key().getEncoded());
    }

    private Path write(String name, String type, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + type + "-----\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private static Rig rig() throws IOException {
        return new Rig(Rig.LIMITS, new RecordingSink(), TlsRig.server(TlsRig.PATIENT));
    }

    private static String port(Rig rig) {
        return Integer.toString(rig.address.getPort());
    }

    /** Has the program say hello and be answered, and say goodbye by ending its input. */
    private static void talk(Rig rig, OtherProgram program) throws IOException {
        program.type("hello from outside\n");
        Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
        assertThat(new String(rig.sink.awaitBytes(peer, 19), US_ASCII)).isEqualTo("hello from outside\n");
        rig.server.conversations().send(peer, "hello from earshot\n".getBytes(US_ASCII), Origin.PERSON);
        assertThat(program.lineWith("hello from earshot")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void opensslAsAClientTalksWithTheServer(String protocol) throws Exception {
        String[] command = {
            "openssl",
            "s_client",
            "-quiet",
            "-verify_return_error",
            protocol,
            "-CAfile",
            certificate.toString(),
            "-verify_ip",
            "127.0.0.1",
            "-connect",
            "127.0.0.1:"
        };
        try (Rig rig = rig()) {
            command[command.length - 1] += port(rig);
            try (OtherProgram openssl = new OtherProgram(command)) {
                talk(rig, openssl);
            }
        }
    }

    @Test
    void opensslWithAnOldProtocolIsRefused() throws Exception {
        try (Rig rig = rig();
                OtherProgram openssl = OtherProgram.withErrors(
                        "openssl",
                        "s_client",
                        "-tls1_1",
                        "-cipher",
                        "ALL:@SECLEVEL=0",
                        "-connect",
                        "127.0.0.1:" + port(rig))) {
            assertThat(openssl.lineWith("protocol version")).isNotNull();
            assertThat(rig.sink.awaitNote(TlsNote.TLS_FAILED).problem(0).key())
                    .isEqualTo("problem.tls.protocol.client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "aNULL", "RC4", "3DES"})
    void weakSuitesAreRefused(String weak) throws Exception {
        try (Rig rig = rig();
                OtherProgram openssl = OtherProgram.withErrors(
                        "openssl",
                        "s_client",
                        "-tls1_2",
                        "-cipher",
                        weak + ":@SECLEVEL=0",
                        "-connect",
                        "127.0.0.1:" + port(rig))) {
            // Either openssl does not have them any more, or we do not accept them.
            assertThat(openssl.lineWith("rror")).isNotNull();
            assertThat(rig.sink.all(Event.Note.class)).noneMatch(note -> note.kind() == TlsNote.TLS_ESTABLISHED);
        }
    }

    @Test
    void gnutlsTalksWithTheServer() throws Exception {
        try (Rig rig = rig();
                OtherProgram gnutls = new OtherProgram(
                        "gnutls-cli",
                        "--x509cafile=" + certificate,
                        "--verify-hostname=localhost",
                        "--port=" + port(rig),
                        "127.0.0.1")) {
            talk(rig, gnutls);
        }
    }

    @Test
    void ncatTalksWithTheServer() throws Exception {
        try (Rig rig = rig();
                OtherProgram ncat = new OtherProgram(
                        "ncat", "--ssl-verify", "--ssl-trustfile", certificate.toString(), "localhost", port(rig))) {
            talk(rig, ncat);
        }
    }

    @Test
    void curlTalksWithTheServer() throws Exception {
        try (Rig rig = rig();
                OtherProgram curl = new OtherProgram(
                        "curl",
                        "-s",
                        "--cacert",
                        certificate.toString(),
                        "https://127.0.0.1:" + port(rig) + "/boiler")) {
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            assertThat(new String(rig.sink.awaitBytes(peer, 20), US_ASCII)).startsWith("GET /boiler HTTP/1.1\r\n");
            byte[] answer = "HTTP/1.0 200 OK\r\n\r\n21.5 degrees\n".getBytes(US_ASCII);
            rig.server.conversations().send(peer, answer, Origin.PERSON);
            rig.server.conversations().disconnect(peer);
            assertThat(curl.line()).isEqualTo("21.5 degrees");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1_2", "TLSv1_3"})
    void pythonTalksWithTheServerAndFinishesSending(String protocol) throws Exception {
        String script = String.join(
                "\n",
                "import socket, ssl, sys",
                "context = ssl.create_default_context(cafile=sys.argv[2])",
                "context.maximum_version = context.minimum_version = ssl.TLSVersion." + protocol,
                "s = context.wrap_socket(socket.create_connection(('127.0.0.1', int(sys.argv[1]))),",
                "                        server_hostname='127.0.0.1')",
                "s.sendall(b'x' * 300000)",
                "n = 0",
                "while n < 300000: n += len(s.recv(65536))",
                "print(n, s.version(), flush=True)",
                "s.unwrap()",
                "print('over', flush=True)");
        try (Rig rig = rig();
                OtherProgram python =
                        OtherProgram.withErrors("python3", "-c", script, port(rig), certificate.toString())) {
            Peer peer = rig.sink.awaitNote(TlsNote.TLS_ESTABLISHED).peer();
            byte[] sent = rig.sink.awaitBytes(peer, 300_000);
            rig.server.conversations().send(peer, sent, Origin.PERSON);
            assertThat(python.line()).isEqualTo("300000 " + protocol.replace('_', '.'));
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().disconnect(peer);
            assertThat(python.lineWith("ver")).isEqualTo("over");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aClientTalksWithOpensslAsAServer(String protocol) throws Exception {
        int port = freePort();
        try (OtherProgram openssl = new OtherProgram(
                "openssl",
                "s_server",
                "-quiet",
                protocol,
                "-naccept",
                "1",
                "-alpn",
                "boiler/2,boiler/1",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                certificate.toString(),
                "-key",
                key.toString())) {
            RecordingSink sink = new RecordingSink();
            ClientTls.Options options = new ClientTls.Options(
                    List.of(TlsRig.IDENTITY.certificate()), null, null, "localhost", List.of("boiler/1"));
            TcpClient client = open(port, options, sink, openssl);
            Peer server = sink.await(Event.Joined.class).peer();
            client.conversations().send(server, "hello from earshot\n".getBytes(US_ASCII), Origin.PERSON);
            assertThat(openssl.lineWith("hello from earshot")).isNotNull();
            openssl.type("hello from openssl\n");
            assertThat(new String(sink.awaitBytes(server, 19), US_ASCII)).isEqualTo("hello from openssl\n");
            assertThat(sink.awaitNote(TlsNote.TLS_ESTABLISHED).arguments().get(0))
                    .startsWith("TLS " + protocol.substring(4).replace('_', '.'))
                    .endsWith("ALPN boiler/1, SNI localhost");
            assertThat(sink.awaitNote(TlsNote.TLS_PEER_CERTIFICATE).arguments())
                    .contains(Fingerprint.of(TlsRig.IDENTITY.certificate()).text());
            client.close();
        }
    }

    @Test
    void aClientShowsItsCertificateToAServerThatAsksForOne() throws Exception {
        int port = freePort();
        try (OtherProgram openssl = OtherProgram.withErrors(
                "openssl",
                "s_server",
                "-Verify",
                "1",
                "-CAfile",
                certificate.toString(),
                "-purpose",
                "any",
                "-naccept",
                "1",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                certificate.toString(),
                "-key",
                key.toString())) {
            RecordingSink sink = new RecordingSink();
            ClientTls.Options options =
                    new ClientTls.Options(List.of(TlsRig.IDENTITY.certificate()), null, TlsRig.IDENTITY, "", List.of());
            TcpClient client = open(port, options, sink, openssl);
            assertThat(openssl.lineWith("subject=")).contains("CN = Earshot");
            client.close();
        }
    }

    /** Connects as soon as the program listens; nobody is told when that is. */
    private static TcpClient open(int port, ClientTls.Options options, RecordingSink sink, OtherProgram server)
            throws IOException, InterruptedException {
        while (true) {
            TlsSides sides = new TlsSides(null, new ClientTls(options));
            TcpClient client =
                    new TcpClient(new ConnectAddress("127.0.0.1", port), ConnectOptions.STANDARD, sides, () -> 1);
            try {
                client.open(sink);
                return client;
            } catch (ConnectFailure e) {
                assertThat(server.isRunning()).isTrue();
                assertThat(e.problem().key()).isEqualTo("problem.connect.refused");
                Thread.onSpinWait();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
