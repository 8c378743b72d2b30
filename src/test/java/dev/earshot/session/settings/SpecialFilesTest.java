package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.files.NotRegularException;
import dev.earshot.files.WholeFile;
import dev.earshot.net.tls.Secret;
import dev.earshot.net.tls.SelfSigned;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives a pipe without a writer, a device without an end, and a folder to everything through which files are read and
 * written: it is refused at once. Dialogs and options have no other doors, as {@code CallLawsTest} checks.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {
    @TempDir
    private Path folder;

    private Map<String, ThrowingCallable> doors(Path special) throws Exception {
        Path good = folder.resolve("good.pem");
        byte[] certificate = SelfSigned.shared(List.of()).certificate().getEncoded();
        Files.writeString(
                good,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        CaptureStore store = new CaptureStore(folder.resolve("sessions"));
        Map<String, ThrowingCallable> doors = new LinkedHashMap<>();
        doors.put("text", () -> TextFile.read(special));
        doors.put("capture", () -> Session.open(store, special, Framing.LINES));
        doors.put("certificate", () -> TlsFiles.identity(special, null, Secret.NONE));
        doors.put("key", () -> TlsFiles.identity(good, special, Secret.NONE));
        doors.put("issuers", () -> TlsFiles.certificates(special));
        doors.put("to write", () -> TextFile.write(special, "text"));
        doors.put("to export", () -> WholeFile.write(special, "text"));
        return doors;
    }

    @Test
    void whatIsNoRegularFileIsRefusedAtOnceAndByItsName() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path directory = Files.createDirectory(folder.resolve("folder"));
        for (Path special : List.of(pipe, Path.of("/dev/zero"), directory)) {
            doors(special).forEach((name, door) -> {
                Throwable refused = catchThrowable(door);
                if (refused instanceof Problem problem) {
                    assertThat(problem.key())
                            .as("%s: %s", name, special)
                            .isEqualTo(special == directory ? "problem.file.folder" : "problem.file.special");
                    assertThat(problem.arguments()).as(name).first().isEqualTo(special.toString());
                } else {
                    assertThat(refused).as("%s: %s", name, special).isInstanceOf(NotRegularException.class);
                }
            });
        }
    }
}
