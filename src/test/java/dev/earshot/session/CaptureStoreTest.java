package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureStoreTest {
    @TempDir
    Path folder;

    private CaptureStore store;

    @BeforeEach
    void open() throws IOException {
        store = new CaptureStore(folder.resolve("state/sessions"));
    }

    @Test
    void onlyTheOwnerCanReadTheFolder() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void everyReservationHasItsOwnFile() throws IOException {
        try (CaptureStore.Reservation first = store.reserve();
                CaptureStore.Reservation second = store.reserve()) {
            assertThat(first.file(1)).isNotEqualTo(second.file(1)).doesNotExist();
        }
        assertThat(store.folder()).isEmptyDirectory();
    }

    @Test
    void aCaptureOfAKilledProgramIsOfferedOnce() throws IOException {
        Path killed = Files.writeString(store.folder().resolve("2026-01-02_03-04-05.pcapng"), "x");
        Files.createFile(store.folder().resolve("2026-01-02_03-04-05.lock"));
        Files.writeString(store.folder().resolve("2026-01-01_00-00-00.pcapng"), "ended as it should");
        try (CaptureStore.Reservation place = store.reserve()) {
            Files.writeString(place.file(1), "being written");
            assertThat(store.abandoned()).containsExactly(kept(killed));
            store.prune();
            assertThat(killed).exists();
            store.settle(kept(killed));
            assertThat(store.abandoned()).isEmpty();
            assertThat(killed).exists();
            assertThat(place.file(1)).exists();
        }
    }

    private static CaptureStore.StoredCapture kept(Path... files) {
        return new CaptureStore.StoredCapture(List.of(files));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(store.folder().resolve(name), "x");
    }

    @Test
    void theFilesOfOneCaptureAreOfferedTogetherInTheirOrder() throws IOException {
        Path third = file("2026-01-02_03-04-05.0003.pcapng");
        Path last = file("2026-01-02_03-04-05.10000.pcapng");
        Path first = file("2026-01-02_03-04-05.pcapng");
        Path second = file("2026-01-02_03-04-05.0002.pcapng");
        file("2026-01-02_03-04-05-2.pcapng");
        Files.createFile(store.folder().resolve("2026-01-02_03-04-05.lock"));
        assertThat(store.abandoned()).containsExactly(kept(first, second, third, last));
        assertThat(store.abandoned().get(0).bytes()).isEqualTo(4);
        Files.delete(first); // as the cap does
        assertThat(store.abandoned()).containsExactly(kept(second, third, last));
        store.settle(store.abandoned().get(0));
        assertThat(store.abandoned()).isEmpty();
    }

    @Test
    void aCaptureOfManyFilesIsKeptOrDeletedAsAWhole() throws IOException {
        for (int i = 10; i < 22; i++) {
            file("2026-01-" + i + "_00-00-00.pcapng");
            file("2026-01-" + i + "_00-00-00.0002.pcapng");
        }
        store.prune();
        try (var files = Files.list(store.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(20)
                    .contains("2026-01-12_00-00-00.0002.pcapng", "2026-01-12_00-00-00.pcapng");
        }
    }

    @Test
    void aReservationIsRenewedAfterItsFolderWasDeleted() throws IOException {
        try (CaptureStore.Reservation place = store.reserve()) {
            try (var files = Files.list(store.folder())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(store.folder());
            place.renew();
            Files.writeString(place.file(2), "x");
            assertThat(store.abandoned()).isEmpty();
            store.prune();
            assertThat(place.file(2)).exists();
        }
        try (var files = Files.list(store.folder())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void lookingForAbandonedCapturesDoesNotFreeOurOwnLock() throws Exception {
        try (CaptureStore.Reservation place = store.reserve()) {
            Files.writeString(place.file(1), "being written");
            store.abandoned();
            // Another process sees whether the lock is still held.
            Process other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            store.folder().toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(other.inputReader().lines().toList()).containsExactly("abandoned 0");
            assertThat(other.waitFor()).isZero();
        }
    }

    /** A second program that opens the same store. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws IOException {
            System.out.println("abandoned "
                    + new CaptureStore(Path.of(args[0])).abandoned().size());
        }
    }

    @Test
    void keepsTheLatestTen() throws IOException {
        for (int i = 10; i < 25; i++) {
            Files.writeString(store.folder().resolve("2026-01-" + i + "_00-00-00.pcapng"), "x");
        }
        Path leftOver = Files.writeString(store.folder().resolve("index-1.tmp"), "of a program that was killed");
        Files.setLastModifiedTime(leftOver, FileTime.from(Instant.now().minusSeconds(3600)));
        store.prune();
        try (var files = Files.list(store.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(10)
                    .contains("2026-01-24_00-00-00.pcapng", "2026-01-15_00-00-00.pcapng");
        }
    }

    @Test
    void aNewIndexIsNotDeleted() throws IOException {
        Path fresh = Files.writeString(store.folder().resolve("index-2.tmp"), "about to be opened");
        store.prune();
        assertThat(fresh).exists();
    }

    @Test
    void theLatestIsKeptHoweverLargeItIs() throws IOException {
        Files.writeString(store.folder().resolve("2026-01-01_00-00-00.pcapng"), "older");
        Path large = store.folder().resolve("2026-01-02_00-00-00.pcapng");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength((1L << 30) + 1);
        }
        store.prune();
        assertThat(store.folder()).isDirectoryContaining(large::equals);
        assertThat(store.folder().resolve("2026-01-01_00-00-00.pcapng")).doesNotExist();
    }

    @Test
    void downloadsGoToTheFolderOfTheDesktop() throws IOException {
        Folders folders = new Folders(java.util.Map.of("HOME", folder.toString()), "Linux", "/x");
        assertThat(folders.downloads()).isEqualTo(folder);
        Path usual = Files.createDirectory(folder.resolve("Downloads"));
        assertThat(folders.downloads()).isEqualTo(usual);
        Files.createDirectories(folder.resolve(".config"));
        Files.writeString(folder.resolve(".config/user-dirs.dirs"), "# a comment\nXDG_DOWNLOAD_DIR=\"$HOME/下载\"\n");
        assertThat(folders.downloads()).as("there is none of that name").isEqualTo(usual);
        Path named = Files.createDirectory(folder.resolve("下载"));
        assertThat(folders.downloads()).isEqualTo(named);
    }

    @Test
    void foldersFollowTheSystemsRules() {
        assertThat(new Folders(java.util.Map.of("HOME", "/home/ann"), "Linux", "/x").state())
                .isEqualTo(Path.of("/home/ann/.local/state/earshot"));
        assertThat(new Folders(java.util.Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "/s"), "Linux", "/x").state())
                .isEqualTo(Path.of("/s/earshot"));
        assertThat(new Folders(java.util.Map.of("XDG_CONFIG_HOME", "relative"), "Linux", "/home/ann").config())
                .isEqualTo(Path.of("/home/ann/.config/earshot"));
        assertThat(new Folders(java.util.Map.of(), "Mac OS X", "/Users/ann").state())
                .isEqualTo(Path.of("/Users/ann/Library/Application Support/Earshot"));
        assertThat(new Folders(java.util.Map.of("LOCALAPPDATA", "/C/Local"), "Windows 11", "/C/ann").state())
                .isEqualTo(Path.of("/C/Local/Earshot"));
    }

    @Test
    void theNotesBesideACaptureGoWithIt() throws IOException {
        for (int day = 1; day <= 11; day++) {
            String name = String.format("2026-01-%02d_00-00-00.pcapng", day);
            file(name);
            file(name + ".notes.json");
        }
        store.prune();
        assertThat(store.folder().resolve("2026-01-01_00-00-00.pcapng.notes.json"))
                .doesNotExist();
        assertThat(store.folder().resolve("2026-01-02_00-00-00.pcapng.notes.json"))
                .exists();
    }
}
