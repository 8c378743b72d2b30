package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes of people in a running session and in an opened capture, where a file beside it keeps them. */
class LogNotesTest {
    @TempDir
    Path folder;

    private final List<Problem> failed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aNoteIsFoundByTheFilterAsSoonAsItIsThere() throws Exception {
        try (LiveSession live = new LiveSession(folder)) {
            live.connect().say("one\ntwo\nthree\n");
            await().until(() -> live.session.log().rowCount() == 5);
            SessionLog log = live.session.log();
            log.filter(Filter.ALL.noted(true), true);
            await().until(() -> log.filtered().shown().isComplete());
            assertThat(log.filtered().shown().count()).isZero();
            put(log, 3, "Look here");
            await().until(() -> log.filtered().shown().count() == 1);
            log.filter(new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse("look")), true);
            await().until(() -> log.filtered().shown().count() == 1);
            put(log, 1, "do not look");
            await().until(() -> log.filtered().shown().count() == 2);
            put(log, 3, "");
            await().until(() -> log.filtered().shown().isComplete()
                    && log.filtered().shown().count() == 1);
            assertThat(failed).isEmpty();
        }
    }

    @Test
    void notesOnAnOpenedCaptureAreKeptBesideItAndLeaveItAsItIs() throws Exception {
        Path saved = savedCapture();
        byte[] before = Files.readAllBytes(saved);
        Path beside = folder.resolve("saved.pcapng.notes.json");
        try (Opened opened = new Opened(saved)) {
            assertThat(opened.notes()).isEqualTo(Map.of(2L, "in the capture"));
            put(opened.log(), 3, "beside it");
            put(opened.log(), 2, "");
            await().until(() -> opened.notes().equals(Map.of(3L, "beside it")));
        }
        assertThat(Files.readAllBytes(saved)).isEqualTo(before);
        assertThat(Files.readString(beside)).contains("\"format\": \"earshot notes 1\"", "\"note\": \"beside it\"");
        try (Opened opened = new Opened(saved)) {
            assertThat(opened.notes()).isEqualTo(Map.of(3L, "beside it"));
            assertThat(opened.log().notes().problem()).isEmpty();
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void aFileOfNotesThatIsNotUnderstoodIsToldAndKept() throws Exception {
        Path saved = savedCapture();
        Path beside = folder.resolve("saved.pcapng.notes.json");
        Files.writeString(
                beside, "{\"format\": \"earshot notes 1\", \"notes\": [{\"row\": \"the first\", \"note\": \"x\"}]}");
        try (Opened opened = new Opened(saved)) {
            Optional<Problem> problem = opened.log().notes().problem();
            assertThat(new Words(java.util.Locale.ENGLISH).of(problem.orElseThrow()))
                    .contains("saved.pcapng.notes.json", "'the first' names no row");
            put(opened.log(), 3, "new");
            await().until(() -> opened.notes().containsKey(3L));
        }
        assertThat(folder.resolve("saved.pcapng.notes.json.broken")).content().contains("the first");
        assertThat(beside).content().contains("new");
    }

    @Test
    void aNoteThatCannotBeKeptIsToldAndNotShown() throws Exception {
        Path saved = savedCapture();
        try (Opened opened = new Opened(saved)) {
            Files.createDirectory(folder.resolve("saved.pcapng.notes.json"));
            put(opened.log(), 3, "nowhere");
            await().until(() -> !failed.isEmpty());
            assertThat(new Words(java.util.Locale.ENGLISH).of(failed.get(0))).contains("saved.pcapng.notes.json");
            assertThat(opened.notes()).isEqualTo(Map.of(2L, "in the capture"));
        }
    }

    private void put(SessionLog log, long row, String text) {
        log.notes().put(row, log.generation(), text, failed::add);
    }

    private Path savedCapture() throws Exception {
        Path saved = folder.resolve("saved.pcapng");
        try (LiveSession live = new LiveSession(folder)) {
            live.connect().say("one\ntwo\nthree\n");
            await().until(() -> live.session.log().rowCount() == 5);
            put(live.session.log(), 2, "in the capture");
            await().until(() -> live.session.log().notes().rows().size() == 1);
            live.session.log().storage().copyTo(saved, new TaskProgress());
        }
        return saved;
    }

    /** An opened capture. */
    private final class Opened implements AutoCloseable {
        private final Session session;

        Opened(Path file) throws IOException {
            session = Session.open(new CaptureStore(folder.resolve("store")), file, Framing.LINES);
        }

        SessionLog log() {
            return session.log();
        }

        Map<Long, String> notes() {
            return Map.copyOf(log().notes().rows());
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
