package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.SegmentFile;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the capture is deleted while it is written. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no open file can be deleted there")
class FolderGoneTest {
    @TempDir
    Path root;

    private Path folder;
    private final FaultyDisk disk = new FaultyDisk(write -> false);

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("sessions"));
    }

    private void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void receive(Journal journal, Peer peer, String text) {
        journal.on(new Event.Received(peer, text.getBytes(Scene.UTF_8), 0, text.length(), 0));
    }

    @Test
    void aFileDeletedDuringACheckLosesNothing() throws IOException {
        Path file = folder.resolve("one.pcapng");
        Runnable[] meanwhile = {() -> {}};
        CaptureDisk deleting = new CaptureDisk() {
            private int looks;

            @Override
            public boolean isInPlace(SegmentFile home) {
                boolean there = super.isInPlace(home);
                looks++;
                if (looks == 1) {
                    file.toFile().delete();
                } else if (looks == 3) {
                    meanwhile[0].run(); // the file has been copied back
                }
                return there;
            }

            @Override
            public Space space(Path folder) {
                return new Space(FaultyDisk.MUCH, FaultyDisk.MUCH);
            }
        };
        CaptureLimit cap = new CaptureLimit(deleting.space(folder));
        CaptureLocation place = CaptureLocation.of(file);
        try (Journal journal =
                JournalFactory.writing(place, deleting, cap, folder, Framing.LINES, (event, time) -> {})) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "before\n");
            meanwhile[0] = () -> receive(journal, peer, "between\n");
            journal.keeper().check();
            journal.keeper().check();
            receive(journal, peer, "after\n");
            assertThat(Scene.texts(journal)).containsExactly("before\n", "between\n", "after\n");
            List<Path> files = journal.storage().files();
            try (Journal read = JournalFactory.open(files, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(read)).containsExactly("before\n", "between\n", "after\n");
            }
        }
    }

    @Test
    void theFolderIsWrittenAgainWithANote() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("one.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "before\n");
            deleteFolder();
            receive(journal, peer, "unseen\n");
            journal.keeper().check();
            assertThat(journal.storage().state()).isEqualTo(CaptureState.WELL);
            receive(journal, peer, "after\n");
            assertThat(Scene.texts(journal)).containsExactly("before\n", "unseen\n", "after\n");
            assertThat(Scene.rows(journal))
                    .extracting(Row::event)
                    .filteredOn(Event.Note.class::isInstance)
                    .containsExactly(
                            CaptureNote.CAPTURE_GONE.note(folder.toString()), CaptureNote.CAPTURE_RECOVERED.note());
            assertThat(journal.storage().files()).hasSize(2).allMatch(Files::exists);
            try (Journal read =
                    JournalFactory.open(journal.storage().files(), root, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.seen(read)).isEqualTo(Scene.seen(journal));
            }
        }
    }

    @Test
    void memoryKeepsTheLatestUntilTheFolderCanBeMadeAgain() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("one.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "before\n");
            deleteFolder();
            Path inTheWay = Files.writeString(folder, "a file");
            journal.keeper().check();
            assertThat(journal.storage().state().kind()).isEqualTo(CaptureState.Kind.GONE);
            receive(journal, peer, "in memory\n");
            assertThat(Scene.texts(journal)).containsExactly("before\n", "in memory\n");
            Files.delete(inTheWay);
            journal.keeper().check();
            assertThat(journal.storage().state()).isEqualTo(CaptureState.WELL);
            try (Journal read =
                    JournalFactory.open(journal.storage().files(), root, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(read)).containsExactly("before\n", "in memory\n");
            }
        }
    }

    @Test
    void aDeletedPartWhoseNameIsTakenStaysReadableAndIsReportedGone() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("one.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "before\n");
            Files.delete(journal.file());
            Files.writeString(journal.file(), "somebody else's");
            journal.keeper().check();
            assertThat(journal.storage().state().kind()).isEqualTo(CaptureState.Kind.GONE);
            assertThat(journal.file()).hasContent("somebody else's");
            receive(journal, peer, "after\n");
            assertThat(Scene.texts(journal)).containsExactly("before\n", "after\n");
            Path saved = root.resolve("saved.pcapng");
            journal.storage().copyTo(saved, new TaskProgress());
            try (Journal read = JournalFactory.open(List.of(saved), root, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(read)).containsExactly("before\n", "after\n");
            }
        }
    }
}
