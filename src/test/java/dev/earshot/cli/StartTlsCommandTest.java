package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Encrypts running conversations by typed lines and by rules, with other programs at the other end. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StartTlsCommandTest {
    /** A server that upgrades as a mail server does, and then repeats in upper case what it reads. */
    private static final String SERVER = String.join(
            "\n",
            "import socket, ssl, sys",
            "context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)",
            "context.load_cert_chain(sys.argv[1])",
            "listening = socket.create_server(('127.0.0.1', 0))",
            "print(listening.getsockname()[1], flush=True)",
            "s = listening.accept()[0]",
            "assert s.recv(100) == b'STARTTLS\\n'",
            "s.sendall(b'220 ready\\n')",
            "s = context.wrap_socket(s, server_side=True)",
            "s.sendall(s.recv(100).upper())",
            "s.unwrap()");

    @TempDir
    private Path folder;

    private Program connect(int port, String... options) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("connect", "127.0.0.1:" + port, "--eol", "lf"));
        all.addAll(List.of(options));
        return new Program(folder, all.toArray(String[]::new));
    }

    @Test
    void aTypedLineEncryptsTheConversationWithAServer() throws Exception {
        Path both = folder.resolve("both.pem");
        try (Program made = Script.tool(
                "openssl",
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-subj",
                "/CN=boiler",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                both,
                "-out",
                both + ".cert")) {
            assertThat(made.exitCode()).isZero();
        }
        java.nio.file.Files.writeString(
                both, java.nio.file.Files.readString(Path.of(both + ".cert")), java.nio.file.StandardOpenOption.APPEND);
        try (Program server = Script.python(SERVER, both);
                Program client = connect(Integer.parseInt(server.line()), "--starttls", "--tls-ca", both + ".cert")) {
            client.line();
            client.types("STARTTLS\n");
            assertThat(client.row()).endsWith(" + connected");
            assertThat(client.row()).endsWith(" > STARTTLS");
            assertThat(client.row()).endsWith(" < 220 ready");
            client.types("/starttls\n//secret\n");
            assertThat(client.row()).contains(" ! encrypted: TLS 1.3, ");
            assertThat(client.row()).contains(" ! shows the certificate CN=boiler");
            assertThat(client.row()).endsWith(" > /secret");
            assertThat(client.row()).endsWith(" < /SECRET");
        }
    }

    @Test
    void withoutTheOptionTheLineIsText() throws Exception {
        try (Program server = new Program(folder, "listen", "0");
                Program client = connect(server.port())) {
            client.types("/starttls\n");
            assertThat(server.row()).endsWith(" + connected");
            assertThat(server.row()).endsWith(" < /starttls");
        }
    }

    @Test
    void opensslUpgradesAfterATypedAnswer() throws Exception {
        try (Program server = new Program(folder, "listen", "0", "--starttls", "--eol", "crlf")) {
            int port = server.port();
            try (Program openssl = Script.tool(
                    "openssl", "s_client", "-quiet", "-starttls", "smtp", "-connect", "127.0.0.1:" + port)) {
                String joined = server.row();
                String client = joined.substring(0, joined.indexOf(' '));
                server.types("220 earshot\n");
                assertThat(server.row()).endsWith(" > 220 earshot");
                assertThat(server.row()).contains(" < EHLO ");
                server.types("250 STARTTLS\n");
                assertThat(server.row()).endsWith(" > 250 STARTTLS");
                assertThat(server.row()).endsWith(" < STARTTLS");
                server.types("@" + client + " /starttls\n");
                assertThat(server.row()).startsWith("* ! TLS: our certificate is CN=Earshot");
                assertThat(server.row()).contains(client + " ! is encrypted as soon as it begins TLS");
                server.types("220 go ahead\n");
                assertThat(server.row()).endsWith(" > 220 go ahead");
                assertThat(server.row()).contains(client + " ! encrypted: TLS 1.3");
                server.types("secret\n");
                while (!openssl.line().equals("secret")) {
                    // what openssl says itself
                }
            }
        }
    }

    @Test
    void aMailIsSentEncryptedToRules() throws Exception {
        String mail = String.join(
                "\n",
                "import smtplib, ssl, sys",
                "context = ssl.create_default_context()",
                "context.check_hostname = False",
                "context.verify_mode = ssl.CERT_NONE",
                "mail = smtplib.SMTP('127.0.0.1', int(sys.argv[1]), timeout=20)",
                "print(*mail.starttls(context=context))",
                "mail.sendmail('a@example.com', ['b@example.com'], 'Subject: secret\\r\\n\\r\\nsecret\\r\\n')",
                "print(mail.sock.version(), *mail.quit())");
        String rules = "rules:" + Script.file("smtp.json");
        try (Program earshot =
                new Program(folder, "listen", "0", "--reply", rules, "--on-connect", "220 earshot\\r\\n")) {
            try (Program client = Script.python(mail, earshot.port())) {
                assertThat(client.rest()).containsExactly("220 b'2.0.0 Begin TLS'", "TLSv1.3 221 b'2.0.0 Bye'");
            }
            earshot.signal("TERM");
            List<String> rows = earshot.rest();
            assertThat(rows)
                    .filteredOn(row -> row.contains(" ! encrypted: TLS 1.3"))
                    .hasSize(1);
            assertThat(rows).anyMatch(row -> row.endsWith(" < secret"));
        }
    }

    @Test
    void bothOptionsAtOnceAreRefused() throws Exception {
        try (Program both = new Program(folder, "listen", "0", "--tls", "--starttls")) {
            assertThat(both.complaint()).contains("give one of them");
            assertThat(both.exitCode()).isEqualTo(Terminal.FAILED);
        }
    }
}
