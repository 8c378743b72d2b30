package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Status.State;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.FakeServer;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import dev.earshot.tftp.RealServer;
import dev.earshot.tftp.TftpPacket;
import dev.earshot.tftp.TransferMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Tests sessions that fetch files by TFTP: their status, their log, and the log of the stored capture. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TftpTransfersTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @TempDir
    private Path folder;

    @TempDir
    private Path here;

    private CaptureStore store;
    private Session session;
    private FakeServer server;

    @BeforeEach
    void begin() throws IOException {
        store = new CaptureStore(folder);
        session = Session.begin(store, Framing.LINES);
        server = new FakeServer();
    }

    @AfterEach
    void close() {
        server.close();
        session.close();
    }

    private TftpDownload fetch(String file) throws Problem {
        return fetch(server.address(), file);
    }

    private TftpDownload fetch(ConnectAddress from, String file) throws Problem {
        // Longer than any pause of a busy machine: nothing is sent twice.
        FileRequest request = new FileRequest(from, file, TransferMode.OCTET, 30_000, 0, 1 << 20, 512, true);
        return session.tftp().fetch(request, LocalFile.in(here, "fw.bin"), false);
    }

    private void await(State state) {
        Awaitility.await().until(() -> session.status().state() == state);
    }

    private static List<Row> rows(Session of) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = of.log().reader()) {
            for (long i = 0; i < reader.count(); i++) {
                rows.add(reader.read(i, 64));
            }
        }
        return rows;
    }

    /** Returns the texts of the log without ports and other parts that differ in each run. */
    private static List<String> lines(Session of) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Row row : rows(of)) {
            String mark = row.kind() == Row.Kind.EVENT ? "" : row.kind() == Row.Kind.SENT ? "> " : "< ";
            String text = mark + LiveSession.text(of, row);
            lines.add(text.replaceAll(" after \\d+ \\w+", "").replaceAll(" in \\d+ \\w+, .*", ""));
        }
        return lines;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(here)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void packetsAreInWordsInTheLogAndInAnOldCapture() throws Exception {
        TftpDownload download = fetch("boot/fw.bin");
        String target = server.address().text() + " boot/fw.bin";
        assertThat(session.status()).isEqualTo(new Status(State.OPEN, target, null));
        server.nextRequest();
        server.send(FakeServer.optionAck("tsize", "600"));
        assertThat(server.nextPacket()).isEqualTo(new TftpPacket.Ack(0));
        server.send(FakeServer.data(1, new byte[512]));
        server.nextPacket();
        server.send(FakeServer.data(2, new byte[88]));
        server.nextPacket();
        await(State.CLOSED);
        assertThat(session.tftp().latest()).isSameAs(download);
        assertThat(Files.size(here.resolve("fw.bin"))).isEqualTo(600);
        String saved = "Saved " + download.file().path() + ", 600 bytes";
        assertThat(lines(session))
                .first()
                .isEqualTo("Fetching boot/fw.bin from " + server.address().text() + " by TFTP");
        assertThat(lines(session)).last().isEqualTo(saved);
        assertThat(lines(session))
                .containsSubsequence(
                        "> RRQ boot/fw.bin, octet, tsize=0",
                        "< OACK tsize=600",
                        "> ACK block 0",
                        "< DATA block 1, 512 bytes",
                        "> ACK block 1",
                        "< DATA block 2, 88 bytes",
                        "> ACK block 2");
        List<String> live = lines(session);
        Path capture = session.log().capture();
        session.close();
        Session old = Session.open(store, capture, Framing.LINES);
        try {
            assertThat(lines(old)).isEqualTo(live);
            assertThat(old.clients().presentCount()).isZero();
        } finally {
            old.close();
        }
    }

    @Test
    void aRefusalIsShownAndAnotherFileCanBeFetched() throws Exception {
        fetch("none");
        server.nextRequest();
        server.send(FakeServer.error(1, "no such file"));
        await(State.FAILED);
        String why = server.address().text() + " has no file 'none' (error 1: no such file).";
        assertThat(ENGLISH.of(session.status().problem())).isEqualTo(why);
        assertThat(lines(session)).last().isEqualTo("none was not fetched: " + why);
        assertThat(lines(session)).contains("< ERROR 1: no such file");
        fetch("some");
        server.serve("hi".getBytes(UTF_8));
        await(State.CLOSED);
        assertThat(here.resolve("fw.bin")).hasContent("hi");
    }

    @Test
    void stoppingCancelsAndLeavesNoFile() throws Exception {
        TftpDownload download = fetch("fw.bin");
        server.nextRequest();
        server.send(FakeServer.data(1, new byte[512]));
        server.nextPacket();
        session.stop();
        assertThat(server.nextPacket()).isInstanceOf(TftpPacket.Failure.class);
        await(State.CLOSED);
        assertThat(download.progress().state()).isEqualTo(TftpDownload.State.CANCELLED);
        assertThat(lines(session)).last().asString().startsWith("Fetching fw.bin was cancelled");
        assertThat(names()).isEmpty();
    }

    @Test
    void aNewDownloadCancelsTheOneBefore() throws Exception {
        TftpDownload first = fetch("one");
        server.nextRequest();
        TftpDownload second = fetch("two");
        assertThat(server.nextRequest().file()).isEqualTo("two");
        assertThat(first.progress().state()).isEqualTo(TftpDownload.State.CANCELLED);
        assertThat(session.tftp().latest()).isSameAs(second);
        assertThat(session.status().state()).isEqualTo(State.OPEN);
        assertThat(session.status().address()).endsWith(" two");
    }

    @Test
    void closingTheSessionCancelsAndTheLogSaysSo() throws Exception {
        TftpDownload download = fetch("fw.bin");
        server.nextRequest();
        Path capture = session.log().capture();
        session.close();
        assertThat(download.progress().state()).isEqualTo(TftpDownload.State.CANCELLED);
        assertThat(names()).isEmpty();
        Session old = Session.open(store, capture, Framing.LINES);
        try {
            assertThat(lines(old)).last().isEqualTo("Fetching fw.bin was cancelled; nothing was saved");
        } finally {
            old.close();
        }
    }

    @Test
    void anUnknownHostIsNotedInTheLog() throws Exception {
        fetch(new ConnectAddress("nobody.invalid", 69), "fw.bin");
        await(State.FAILED);
        assertThat(session.status().problem().key()).isEqualTo("problem.tftp.host.unknown");
        assertThat(lines(session))
                .singleElement()
                .asString()
                .startsWith("fw.bin was not fetched: ")
                .contains("nobody.invalid");
    }

    @Test
    void aWrongRequestBeginsNothing() {
        Problem problem = catchThrowableOfType(Problem.class, () -> fetch(""));
        assertThat(problem.key()).isEqualTo("problem.tftp.file.empty");
        assertThat(session.status().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void wrongAndShortenedPacketsAreShownWithTheirTrueLength() throws Exception {
        fetch("fw.bin");
        server.nextRequest();
        server.send(new byte[600]);
        await(State.FAILED);
        assertThat(lines(session)).contains("< not TFTP: 600 bytes");
    }

    @Test
    void aFileIsFetchedFromARealServer() throws Exception {
        byte[] content = new byte[100_000];
        new Random(7).nextBytes(content);
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.write(there.resolve("fw.bin"), content);
        try (RealServer real = new RealServer(RealServer.Kind.TFTPD_HPA, there)) {
            fetch(real.address(), "fw.bin");
            await(State.CLOSED);
            assertThat(here.resolve("fw.bin")).hasBinaryContent(content);
            assertThat(lines(session)).contains("> RRQ fw.bin, octet, tsize=0", "< DATA block 196, 160 bytes");
        }
    }
}
