package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.journal.storage.NotACaptureException;
import dev.earshot.packets.CaptureFile;
import dev.earshot.packets.Wire;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that show captures of other programs. */
class PacketSessionTest {
    private static final int PSH = 8;
    private static final int SYN = 2;
    private static final int FIN = 1;
    private static final int ACK = 16;

    @TempDir
    private Path folder;

    private CaptureStore store;

    @BeforeEach
    void makeStore() throws IOException {
        store = new CaptureStore(folder.resolve("sessions"));
    }

    /** A connection in which a line of the client is in two packets, one is missing, and the server answers in two. */
    private static CaptureFile conversation(int from) {
        Wire wire = Wire.ipv4();
        return CaptureFile.pcap()
                .packet(from, Wire.ethernet(wire.tcp(true, from + 100, 0, SYN, "")))
                .packet(from + 1000, Wire.ethernet(wire.tcp(true, from + 101, 0, PSH, "one\ntw")))
                .packet(from + 2000, Wire.ethernet(wire.tcp(true, from + 107, 0, PSH, "o\nthr")))
                .packet(from + 3000, Wire.ethernet(wire.tcp(false, 900, 112, PSH, "answer ")))
                .packet(from + 4000, Wire.ethernet(wire.tcp(false, 907, 112, PSH, "of two\n")))
                .packet(from + 5000, Wire.ethernet(wire.tcp(true, from + 120, 0, PSH, "after\n")))
                .packet(from + 6000, Wire.ethernet(wire.tcp(true, from + 126, 0, FIN, "")))
                .packet(from + 7000, Wire.ethernet(wire.tcp(false, 914, from + 127, FIN | ACK, "")));
    }

    private static List<String> rows(Session session) throws IOException {
        Words words = new Words(Locale.ENGLISH);
        List<String> rows = new ArrayList<>();
        try (RowReader reader = session.log().reader()) {
            for (long i = 0; i < reader.count(); i++) {
                Row row = reader.read(i, 1000);
                String text = new String(row.bytes(), UTF_8).strip();
                rows.add(row.kind() == Row.Kind.EVENT ? "! " + EventWords.of(row, words) : row.kind() + " " + text);
            }
        }
        return rows;
    }

    private List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(store.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("packets-"))
                    .toList();
        }
    }

    @Test
    void bothDirectionsAreSplitByTheFramingAndAgainByAnother() throws IOException {
        Path file = conversation(0).write(folder.resolve("device.pcap"));
        Session session = Session.open(store, file, Framing.LINES);
        List<String> rows = rows(session);
        assertThat(rows)
                .containsExactly(
                        "! connected",
                        "RECEIVED one",
                        "RECEIVED two",
                        "SENT answer of two",
                        "RECEIVED thr",
                        "! 8 bytes are missing of the client: a gap in the capture",
                        "RECEIVED after",
                        "! finished sending (FIN), may still read",
                        "! closed by server (FIN)");
        assertThat(session.isWritable()).isFalse();
        assertThat(session.log().capture()).isEqualTo(file);
        assertThat(session.clients().all()).hasSize(1);
        session.log().framing().reframe(Framing.RECEIVED, problem -> {});
        await().untilAsserted(() -> assertThat(rows(session))
                .contains("RECEIVED one\ntw", "RECEIVED o\nthr", "SENT answer", "SENT of two"));
        session.log().framing().reframe(Framing.LINES, problem -> {});
        await().untilAsserted(() -> assertThat(rows(session)).isEqualTo(rows));
        session.close();
    }

    @Test
    void rowsHaveTheTimesOfTheCapture() throws IOException {
        Session session = Session.open(store, conversation(0).write(folder.resolve("device.pcap")), Framing.LINES);
        try (RowReader reader = session.log().reader()) {
            assertThat(reader.read(1, 10).epochNanos()).isEqualTo((CaptureFile.START + 1000) / 1000 * 1000);
        }
        session.close();
    }

    @Test
    void theTemporaryCaptureGoesWithTheSession() throws IOException {
        Path file = conversation(0).write(folder.resolve("device.pcap"));
        Session session = Session.open(store, file, Framing.LINES);
        assertThat(temporary()).isNotEmpty();
        session.close();
        assertThat(temporary()).isEmpty();
        assertThat(file).exists();
        Path other = Files.write(folder.resolve("other"), new byte[100]);
        assertThatThrownBy(() -> Session.open(store, other, Framing.LINES)).isInstanceOf(NotACaptureException.class);
        TaskProgress cancelled = new TaskProgress();
        cancelled.cancel();
        assertThatThrownBy(() ->
                        Session.open(store, new CaptureStore.StoredCapture(List.of(file)), Framing.LINES, cancelled))
                .isInstanceOf(TaskProgress.CancelledException.class);
        assertThat(temporary()).isEmpty();
    }

    /** A line in two packets, of which both are commented, and a packet without a row. */
    private Path commented() throws IOException {
        Wire wire = Wire.ipv4();
        CaptureFile file = CaptureFile.pcapng().section(ByteOrder.LITTLE_ENDIAN);
        file.port(CaptureFile.RAW, 0, file.option(9, (byte) 9))
                .commented(0, wire.tcp(true, 100, 0, SYN, ""))
                .commented(1, wire.tcp(true, 101, 0, PSH, "on"), file.comment("wrong"))
                .commented(2, wire.tcp(true, 103, 0, PSH, "e\ntwo\n"), file.comment("checksum"))
                .commented(3, wire.tcp(false, 900, 111, ACK, ""), file.comment("an answer without data"));
        return file.write(folder.resolve("noted.pcapng"));
    }

    @Test
    void commentsOnPacketsAreNotesOnRows() throws Exception {
        Path file = commented();
        Session session = Session.open(store, file, Framing.LINES);
        assertThat(rows(session))
                .containsExactly(
                        "! connected",
                        "RECEIVED one",
                        "RECEIVED two",
                        "! Packet 4 has a comment, but no row of its own");
        assertThat(session.log().notes().rows())
                .containsExactly(Map.entry(1L, "wrong / checksum"), Map.entry(3L, "an answer without data"));
        CompletableFuture<Boolean> saved = new CompletableFuture<>();
        Path copy = folder.resolve("copy.pcapng");
        session.log().exports().saveCapture(copy, failure -> saved.complete(failure.isEmpty()));
        assertThat(saved.get(10, TimeUnit.SECONDS)).isTrue();
        session.log().notes().put(1, session.log().generation(), "mine", problem -> {});
        await().untilAsserted(() -> assertThat(session.log().notes().rows()).containsEntry(1L, "mine"));
        session.close();
        Session again = Session.open(store, file, Framing.LINES);
        assertThat(again.log().notes().rows())
                .containsExactly(Map.entry(1L, "mine"), Map.entry(3L, "an answer without data"));
        again.close();
        Session copied = Session.open(store, copy, Framing.LINES);
        assertThat(copied.log().notes().rows())
                .containsExactly(Map.entry(1L, "wrong / checksum"), Map.entry(3L, "an answer without data"));
        copied.close();
    }

    @Test
    void aSavedCopyIsAnOrdinaryCapture() throws Exception {
        Session session = Session.open(store, conversation(0).write(folder.resolve("device.pcap")), Framing.LINES);
        Path copy = folder.resolve("copy.pcapng");
        CompletableFuture<Boolean> saved = new CompletableFuture<>();
        session.log().exports().saveCapture(copy, problem -> saved.complete(problem.isEmpty()));
        assertThat(saved.get(30, TimeUnit.SECONDS)).isTrue();
        List<String> rows = rows(session);
        session.close();
        Session again = Session.open(store, copy, Framing.LINES);
        assertThat(rows(again)).isEqualTo(rows);
        assertThat(temporary()).isEmpty();
        again.close();
    }

    @Test
    void rowsAreFound() throws Exception {
        Session session = Session.open(store, conversation(0).write(folder.resolve("device.pcap")), Framing.LINES);
        session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, new SearchTerm.Text("two", "two")), true);
        await().untilAsserted(() ->
                assertThat(session.log().filtered().found().count()).isEqualTo(2));
        session.close();
    }

    @Test
    void aSetOfFilesOpensWholeFromAnyOfThem() throws IOException {
        Path first = conversation(0).write(folder.resolve("ring_00001_20260102030405.pcap"));
        Path second = conversation(100_000).write(folder.resolve("ring_00002_20260102030406.pcap"));
        conversation(0).write(folder.resolve("ring_00001_20260102040000.pcap")); // another run
        conversation(0).write(folder.resolve("other_00003_20260102030407.pcap"));
        for (Path any : List.of(first, second)) {
            Session session = Session.open(store, any, Framing.LINES);
            assertThat(rows(session)).hasSize(18);
            assertThat(session.log().capture()).isEqualTo(first);
            session.close();
        }
    }
}
