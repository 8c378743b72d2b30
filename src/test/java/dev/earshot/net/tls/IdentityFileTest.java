package dev.earshot.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the files of keys that openssl writes are read, in each of its forms; skipped where it is not installed.
 */
class IdentityFileTest {
    private static final Secret PASSWORD = new Secret("s3cret".toCharArray());

    @TempDir
    private Path folder;

    /** Runs openssl with arguments that are separated by spaces. */
    private void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeThat(e).as("openssl is installed").isNull();
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Makes key.pem in PKCS #8 and cert.pem. */
    private void make(String algorithm) throws IOException, InterruptedException {
        openssl("req -x509 -newkey " + algorithm + " -nodes -keyout key.pem -out cert.pem -subj /CN=boiler -days 2");
    }

    private Identity read(String certificate, String key, Secret password) throws Problem, IOException {
        return IdentityFile.read(folder.resolve(certificate), key == null ? null : folder.resolve(key), password);
    }

    private String problem(String certificate, String key, Secret password) {
        return catchThrowableOfType(Problem.class, () -> read(certificate, key, password))
                .key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256", "ed25519"})
    void aKeyAndACertificateAreReadFromTwoFilesOrFromOne(String algorithm) throws Exception {
        make(algorithm);
        Identity two = read("cert.pem", "key.pem", Secret.NONE);
        assertThat(two.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=boiler");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("key.pem")) + Files.readString(folder.resolve("cert.pem")));
        assertThat(read("both.pem", null, Secret.NONE).certificate()).isEqualTo(two.certificate());
        assertThat(new ServerTls(two, List.of(), List.of()).certificate()).isEqualTo(two.certificate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -passout pass:s3cret -out locked.pem",
                "pkcs8 -topk8 -v2 des3 -in key.pem -passout pass:s3cret -out locked.pem",
                "pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA512 -in key.pem -passout pass:s3cret -out locked.pem",
                "pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -passout pass:s3cret -out locked.pem",
                "rsa -aes128 -traditional -in key.pem -passout pass:s3cret -out locked.pem"
            })
    void anEncryptedKeyIsReadWithItsPassword(String command) throws Exception {
        make("rsa:2048");
        openssl(command);
        assertThat(read("cert.pem", "locked.pem", PASSWORD).key())
                .isEqualTo(read("cert.pem", "key.pem", Secret.NONE).key());
        assertThat(problem("cert.pem", "locked.pem", Secret.NONE)).isEqualTo("problem.tls.password.missing");
        assertThat(problem("cert.pem", "locked.pem", new Secret("wrong".toCharArray())))
                .isEqualTo("problem.tls.password.wrong");
    }

    @Test
    void theOlderFormsOfOpensslAreRead() throws Exception {
        make("rsa:2048");
        openssl("rsa -traditional -in key.pem -out old.pem");
        assertThat(Files.readString(folder.resolve("old.pem"))).startsWith("-----BEGIN RSA PRIVATE KEY");
        read("cert.pem", "old.pem", Secret.NONE);
        openssl("ecparam -name prime256v1 -genkey -out key.pem");
        assertThat(Files.readString(folder.resolve("key.pem"))).startsWith("-----BEGIN EC PARAMETERS");
        openssl("req -x509 -key key.pem -out cert.pem -subj /CN=boiler");
        read("cert.pem", "key.pem", Secret.NONE);
    }

    @Test
    void pkcs12FilesAreRead() throws Exception {
        make("rsa:2048");
        openssl("pkcs12 -export -in cert.pem -inkey key.pem -passout pass:s3cret -out both.p12");
        assertThat(read("both.p12", null, PASSWORD).certificate())
                .isEqualTo(read("cert.pem", "key.pem", Secret.NONE).certificate());
        assertThat(problem("both.p12", null, Secret.NONE)).isEqualTo("problem.tls.password.missing");
        assertThat(problem("both.p12", null, new Secret("wrong".toCharArray())))
                .isEqualTo("problem.tls.password.wrong");
    }

    @Test
    void whatIsWrongWithFilesIsSaid() throws Exception {
        make("rsa:2048");
        assertThat(problem("cert.pem", "cert.pem", Secret.NONE)).isEqualTo("problem.tls.key.none");
        assertThat(problem("cert.pem", null, Secret.NONE)).isEqualTo("problem.tls.key.none");
        assertThat(problem("key.pem", null, Secret.NONE)).isEqualTo("problem.tls.certificate.none");
        Files.copy(folder.resolve("key.pem"), folder.resolve("first.pem"));
        make("rsa:2048");
        assertThat(problem("cert.pem", "first.pem", Secret.NONE)).isEqualTo("problem.tls.key.other");
        Files.write(folder.resolve("noise"), new byte[] {1, 2, 3});
        assertThat(problem("noise", null, Secret.NONE)).isEqualTo("problem.tls.file.unknown");
        assertThat(problem("cert.pem", "noise", Secret.NONE)).isEqualTo("problem.tls.key.none");
        Files.writeString(folder.resolve("torn.pem"), "-----BEGIN PRIVATE KEY-----\nMIIE");
        assertThat(problem("cert.pem", "torn.pem", Secret.NONE)).isEqualTo("problem.tls.file.unknown");
        Files.write(folder.resolve("huge"), new byte[2 << 20]);
        assertThat(problem("huge", null, Secret.NONE)).isEqualTo("problem.tls.file.large");
    }

    @Test
    void certificatesToTrustAreRead() throws Exception {
        make("rsa:2048");
        assertThat(CertificateFile.read(folder.resolve("cert.pem"))).hasSize(1);
        Problem none = catchThrowableOfType(Problem.class, () -> CertificateFile.read(folder.resolve("key.pem")));
        assertThat(none.key()).isEqualTo("problem.tls.certificate.none");
    }

    @Test
    void aKeyThatEverybodyMayReadIsNoticed() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), "");
        assumeThat(key.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(KeyFileAccess.isWorldReadable(key)).isTrue();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(KeyFileAccess.isWorldReadable(key)).isFalse();
    }

    @Test
    void secretsAreNoTexts() throws Exception {
        assertThat(PASSWORD.toString()).doesNotContain("s3cret");
        assertThat(SelfSigned.make(List.of(), java.time.Instant.now()).toString())
                .startsWith("identity ");
    }
}
