package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code listen}, {@code connect} and {@code relay} with TLS. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TlsCommandsTest {
    private static final String OWN = "* ! TLS: our certificate is CN=Earshot,OU=self-signed, valid until ";
    private static final String PASSWORD = "s3cret-of-the-boiler";

    @TempDir
    private Path folder;

    /** Reads the row about our certificate, and returns its fingerprint. */
    private static String fingerprint(Program server) {
        String row = server.row();
        assertThat(row).startsWith(OWN);
        return row.substring(row.lastIndexOf(' ') + 1);
    }

    private Program connect(int port, String... options) throws IOException {
        return new Program(
                folder,
                Stream.concat(Stream.of("connect", "127.0.0.1:" + port), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void aClientThatIsGivenTheFingerprintTalksWithTheServer() throws Exception {
        try (Program server = new Program(folder, "listen", "0", "--tls", "--alpn", "boiler/1")) {
            int port = server.port();
            String fingerprint = fingerprint(server);
            try (Program client = connect(port, "--tls-pin", fingerprint, "--sni", "b.example", "--alpn", "boiler/1")) {
                assertThat(client.line()).isEqualTo("connected 127.0.0.1:" + port);
                client.types("hello\n");
                assertThat(server.row()).endsWith(" + connected");
                assertThat(server.row())
                        .matches("127.0.0.1:\\d+ ! encrypted: TLS 1\\.3, TLS_\\w+, ALPN boiler/1, SNI b\\.example");
                assertThat(server.row()).endsWith(" < hello");
                List<String> rows = List.of(client.row(), client.row(), client.row(), client.row());
                assertThat(rows.get(1)).contains(" ! encrypted: TLS 1.3");
                assertThat(rows.get(2))
                        .contains(" ! shows the certificate CN=Earshot,OU=self-signed, issued by ")
                        .endsWith("SHA-256 " + fingerprint);
                assertThat(rows.get(3)).endsWith(" > hello");
            }
        }
    }

    @Test
    void aClientThatIsNotGivenTheFingerprintSaysItAndWhatToDo() throws Exception {
        try (Program server = new Program(folder, "listen", "0", "--tls")) {
            int port = server.port();
            String fingerprint = fingerprint(server);
            try (Program client = connect(port, "--tls")) {
                assertThat(client.complaint()).contains("--tls-ca FILE", "add --tls-pin " + fingerprint);
                assertThat(client.exitCode()).isEqualTo(Terminal.FAILED);
            }
        }
    }

    @Test
    void passwordsComeFromFilesAndStandNowhere() throws Exception {
        Script.tool("openssl", "version").close(); // skips the test where there is none
        openssl("req", "-x509", "-newkey", "rsa:2048", "-passout", "pass:" + PASSWORD, "-subj", "/CN=boiler");
        Path secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path key = folder.resolve("key.pem");
        key.toFile().setReadable(true, false);
        String[] arguments = {
            "listen", "0", "--tls-cert", folder.resolve("cert.pem").toString(), "--tls-key", key.toString()
        };
        try (Program without = new Program(folder, arguments)) {
            assertThat(without.complaint()).contains(key + " is protected by a password");
        }
        String[] with = Stream.concat(Stream.of(arguments), Stream.of("--tls-password-file", secret.toString()))
                .toArray(String[]::new);
        try (Program server = new Program(folder, with)) {
            int port = server.port();
            assertThat(server.row()).startsWith("* ! TLS: our certificate is CN=boiler");
            assertThat(server.row()).contains(key + ", can be read by everybody");
            try (Program client =
                    connect(port, "--tls-ca", folder.resolve("cert.pem").toString(), "--sni", "boiler")) {
                assertThat(client.line()).startsWith("connected ");
            }
            server.signal("TERM");
            assertThat(String.join("\n", server.rest())).doesNotContain(PASSWORD);
            assertThat(server.complaints()).noneMatch(line -> line.contains(PASSWORD));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(secret))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void noThreadDumpAndNoOutputNamesAPasswordOrAKey() throws Exception {
        Script.tool("openssl", "version").close(); // skips the test where there is none
        openssl("req", "-x509", "-newkey", "rsa:2048", "-passout", "pass:" + PASSWORD, "-subj", "/CN=boiler");
        Path secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path certificate = folder.resolve("cert.pem");
        String key = Files.readAllLines(folder.resolve("key.pem")).get(1);
        try (Program server = Program.process(
                folder,
                "listen",
                "0",
                "--tls-cert",
                certificate.toString(),
                "--tls-key",
                folder.resolve("key.pem").toString(),
                "--tls-password-file",
                secret.toString())) {
            int port = server.port();
            try (Program client = connect(port, "--tls-ca", certificate.toString(), "--sni", "boiler")) {
                assertThat(client.line()).startsWith("connected ");
                String jcmd =
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
                try (Program dump = Program.of(List.of(jcmd, Long.toString(server.pid()), "Thread.print", "-l"))) {
                    assertThat(String.join("\n", dump.rest()))
                            .contains("peer 1 read")
                            .doesNotContain(PASSWORD, key);
                }
            }
            server.signal("TERM");
            assertThat(String.join("\n", server.rest())).doesNotContain(PASSWORD, key);
            assertThat(String.join("\n", server.complaints())).doesNotContain(PASSWORD, key);
        }
        Path log = folder.resolve("earshot/earshot.log");
        assertThat(Files.exists(log) ? Files.readString(log) : "").doesNotContain(PASSWORD, key);
    }

    @Test
    void whatIsNoFileOfAPasswordIsRefusedAtOnce() throws Exception {
        Path long1 = Files.writeString(folder.resolve("long"), "x".repeat(2000));
        String certificate = Files.writeString(folder.resolve("any.pem"), "").toString();
        for (String file : List.of("/dev/zero", folder.toString(), long1.toString())) {
            try (Program server =
                    new Program(folder, "listen", "0", "--tls-cert", certificate, "--tls-password-file", file)) {
                assertThat(server.complaint()).contains(file);
                assertThat(server.exitCode()).isEqualTo(Terminal.FAILED);
            }
        }
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = Stream.of(
                        Stream.of("openssl"), Stream.of(arguments), Stream.of("-keyout", "key.pem", "-out", "cert.pem"))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aRelayHasTlsOnEitherSideAlone() throws Exception {
        try (Program server = new Program(folder, "listen", "0", "--tls")) {
            int port = server.port();
            String to = "127.0.0.1:" + port;
            try (Program relay = new Program(folder, "relay", "0", to, "--tls-pin", fingerprint(server));
                    Program client = connect(relay.port())) {
                client.types("through\n");
                assertThat(server.row()).endsWith(" + connected");
                assertThat(server.row()).contains("encrypted: ");
                assertThat(server.row()).endsWith(" < through");
            }
        }
        try (Program server = new Program(folder, "listen", "0")) {
            String to = "127.0.0.1:" + server.port();
            try (Program relay = new Program(folder, "relay", "0", to, "--tls-in")) {
                int port = relay.port();
                try (Program client = connect(port, "--tls-pin", fingerprint(relay))) {
                    client.types("through\n");
                    assertThat(server.row()).endsWith(" + connected");
                    assertThat(server.row()).endsWith(" < through");
                }
            }
        }
    }

    @Test
    void wrongOptionsAreExplained() throws Exception {
        try (Program client = connect(1, "--tls-pin", "3A:F0")) {
            assertThat(client.complaint()).contains("'3A:F0' is not a SHA-256 fingerprint");
            assertThat(client.exitCode()).isEqualTo(Terminal.WRONG_USE);
        }
        try (Program server = new Program(folder, "listen", "0", "--tls-cert", "/nowhere.pem")) {
            assertThat(server.complaint()).contains("/nowhere.pem");
            assertThat(server.exitCode()).isEqualTo(Terminal.FAILED);
        }
        try (Program server = new Program(folder, "listen", "0", "--tls-key", "/nowhere.pem")) {
            assertThat(server.complaint()).contains("--tls-key needs --tls-cert");
        }
        try (Program relay = new Program(folder, "relay", "0", "127.0.0.1:1", "--alpn", "h2")) {
            assertThat(relay.complaint()).contains("--alpn needs --tls-in or --tls-out");
        }
    }
}
