package dev.earshot.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Writes to a file system in memory that is full or read-only. Skipped where this user may not mount one. */
@Tag("faults")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class MountedDiskTest {
    private static final int DISK_KIB = 4096;

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Commands.run("mount", "-t", "tmpfs", "-o", "size=" + DISK_KIB + "k", "tmpfs", disk.toString()),
                "this user may not mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        Commands.run("umount", "-l", disk.toString());
    }

    private void fill() throws IOException {
        try (var out = Files.newOutputStream(disk.resolve("ballast"))) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void settingsOnAFullDiskStayAsTheyWereAndTheReasonIsTold() throws Exception {
        Path file = disk.resolve("settings.properties");
        Settings settings = new Settings(file);
        settings.put(Settings.NAME, "old");
        assertThat(settings.save()).isEmpty();
        fill();
        settings.put(Settings.NAME, "new".repeat(3000));
        Problem failed = settings.save().orElseThrow();
        assertThat(failed.key()).isEqualTo("problem.settings.save");
        assertThat(failed.arguments().toString()).contains("No space left");
        assertThat(new Settings(file).get(Settings.NAME)).isEqualTo("old");
        Files.delete(disk.resolve("ballast"));
        assertThat(settings.save()).isEmpty();
        assertThat(new Settings(file).get(Settings.NAME)).startsWith("newnew");
    }

    @Test
    void aReadOnlyDiskIsToldAsSuch() throws Exception {
        Path file = disk.resolve("settings.properties");
        Settings settings = new Settings(file);
        settings.put(Settings.NAME, "old");
        assertThat(settings.save()).isEmpty();
        assumeTrue(Commands.run("mount", "-o", "remount,ro", disk.toString()), "it cannot be made read-only");
        settings.put(Settings.NAME, "new");
        assertThat(settings.save().orElseThrow().arguments().toString()).contains("Read-only file system");
        assertThat(new Settings(file).get(Settings.NAME)).isEqualTo("old");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new CaptureStore(disk.resolve("sessions"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Read-only file system");
    }

    @Test
    void receivingGoesOnWhenTheDiskOfTheCaptureIsFull() throws Exception {
        Session session = Session.begin(new CaptureStore(disk.resolve("sessions")), Framing.LINES);
        try {
            session.listen(ListenAddress.parse("127.0.0.1", "0"));
            await().until(() -> session.status().state() == Status.State.OPEN);
            int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
            long sent = 0;
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                byte[] line = ("x".repeat(4095) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                for (int i = 0; i < 2 * DISK_KIB / 4; i++) {
                    client.getOutputStream().write(line);
                    sent += line.length;
                }
                long all = sent;
                await().until(() -> session.clients().bytesIn() == all);
                assertThat(session.log().storage().state().kind()).isEqualTo(CaptureState.Kind.FAILING);
                assertThat(session.log().storage().state().why()).isNotBlank();
            }
        } finally {
            session.close();
        }
    }
}
