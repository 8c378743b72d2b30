package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.TftpDownload.Progress;
import dev.earshot.session.TftpDownload.State;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import dev.earshot.tftp.TftpNote;
import dev.earshot.tftp.TransferMode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a download leaves either a complete file or nothing. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TftpDownloadTest {
    @TempDir
    private Path folder;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private DatagramSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        server.setSoTimeout(20_000);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private TftpDownload start(boolean replace, long most) throws Problem {
        return start(TransferMode.OCTET, replace, most);
    }

    private TftpDownload start(TransferMode mode, boolean replace, long most) throws Problem {
        ConnectAddress address = new ConnectAddress("127.0.0.1", server.getLocalPort());
        FileRequest request = new FileRequest(address, "fw", mode, 30_000, 0, most, 512, true);
        AtomicInteger ids = new AtomicInteger();
        LocalFile file = LocalFile.in(folder, "fw");
        return TftpDownload.start(request, file, replace, events::add, ids::incrementAndGet, end -> ended.countDown());
    }

    /** Waits for a packet and answers it from the server's main port, as some servers do. */
    private void answer(int... bytes) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[600], 600);
        server.receive(packet);
        byte[] answer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            answer[i] = (byte) bytes[i];
        }
        packet.setData(answer);
        server.send(packet);
    }

    private Progress reached(TftpDownload download) throws InterruptedException {
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        return download.progress();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void theBytesOfAFileOfLinesAreThoseThatWereSaved() throws Exception {
        TftpDownload download = start(TransferMode.NETASCII, false, 100);
        answer(0, 3, 0, 1, 'a', '\r', 0, 'b');
        Progress reached = reached(download);
        assertThat(Files.readString(folder.resolve("fw"))).isEqualTo("a\rb");
        assertThat(reached.bytes()).isEqualTo(3);
        assertThat(events.get(events.size() - 1).toString()).contains("[3, ");
    }

    @Test
    void aFileAppearsWhenItIsComplete() throws Exception {
        TftpDownload download = start(false, 100);
        assertThat(download.progress().state()).isEqualTo(State.RUNNING);
        answer(0, 6, 't', 's', 'i', 'z', 'e', 0, '2', 0);
        answer(0, 3, 0, 1, 'h', 'i');
        Progress reached = reached(download);
        assertThat(reached.state()).isEqualTo(State.DONE);
        assertThat(reached.bytes()).isEqualTo(2);
        assertThat(reached.size()).isEqualTo(2);
        assertThat(reached.problem()).isNull();
        assertThat(download.progress().millis()).as("time stands still").isEqualTo(reached.millis());
        assertThat(Files.readString(folder.resolve("fw"))).isEqualTo("hi");
        assertThat(events.get(0)).isInstanceOf(Event.Opened.class);
        assertThat(events.get(events.size() - 2)).isInstanceOf(Event.Closed.class);
        long rate = 2000 / Math.max(1, reached.millis());
        assertThat(events.get(events.size() - 1))
                .isEqualTo(TftpNote.FETCHED.note(
                        2, reached.millis(), download.file().path(), rate));
    }

    @Test
    void aFileOfAnotherSizeThanAnnouncedIsSavedWithANote() throws Exception {
        TftpDownload download = start(false, 100);
        answer(0, 6, 't', 's', 'i', 'z', 'e', 0, '1', 0);
        answer(0, 3, 0, 1, 'h', 'i');
        Progress reached = reached(download);
        assertThat(reached.state()).isEqualTo(State.DONE);
        assertThat(reached.size()).isEqualTo(1);
        assertThat(reached.plausibleSize()).isEqualTo(-1);
        assertThat(Files.readString(folder.resolve("fw"))).isEqualTo("hi");
        assertThat(events.get(events.size() - 2)).isEqualTo(TftpNote.SIZE_DIFFERS.note(1, 2));
    }

    @Test
    void aCancelledDownloadLeavesNoFile() throws Exception {
        TftpDownload download = start(false, 10_000);
        int[] block = new int[516];
        block[1] = 3;
        block[3] = 1;
        answer(block);
        server.receive(new DatagramPacket(new byte[9], 9));
        assertThat(names()).singleElement().asString().endsWith(".part");
        assertThat(download.progress().bytes()).isEqualTo(512);
        download.cancel();
        assertThat(reached(download).state()).isEqualTo(State.CANCELLED);
        assertThat(names()).isEmpty();
    }

    @Test
    void aFailedDownloadLeavesNoFileAndHasAProblem() throws Exception {
        TftpDownload download = start(false, 10_000);
        answer(0, 5, 0, 1, 'n', 'o', 'n', 'e', 0);
        Progress reached = reached(download);
        assertThat(reached.state()).isEqualTo(State.FAILED);
        assertThat(new Words(Locale.ENGLISH).of(reached.problem()))
                .isEqualTo("127.0.0.1:" + server.getLocalPort() + " has no file 'fw' (error 1: none).");
        assertThat(names()).isEmpty();
    }

    @Test
    void anExistingFileIsReplacedOnlyWithConsentAndWhenTheNewOneIsComplete() throws Exception {
        Files.writeString(folder.resolve("fw"), "old");
        TftpDownload download = start(false, 100);
        assertThat(reached(download).problem().key()).isEqualTo("problem.name.exists");
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Note.class, note -> assertThat(note.kind()).isEqualTo(TftpNote.NOT_FETCHED));
        TftpDownload failing = start(true, 100);
        answer(0, 5, 0, 0, 0);
        answer(0, 5, 0, 0, 0);
        while (failing.progress().state() == State.RUNNING) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(folder.resolve("fw"))).isEqualTo("old");
        start(true, 100);
        answer(0, 3, 0, 1, 'n', 'e', 'w');
        await().untilAsserted(
                        () -> assertThat(Files.readString(folder.resolve("fw"))).isEqualTo("new"));
        assertThat(names()).containsExactly("fw");
    }

    @Test
    void anUnwritableFolderIsAProblemWithItsPath() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        Assumptions.assumeThat(Files.isWritable(folder))
                .as("root may do everything")
                .isFalse();
        TftpDownload download = start(false, 100);
        assertThat(reached(download).problem().key()).isEqualTo("problem.file.denied");
    }

    @Test
    void aWrongRequestBeginsNothing() {
        FileRequest wrong = FileRequest.of(new ConnectAddress("127.0.0.1", 69), "");
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> TftpDownload.start(
                        wrong, LocalFile.in(folder, "x"), false, events::add, () -> 1, end -> ended.countDown()));
        assertThat(problem.key()).isEqualTo("problem.tftp.file.empty");
        assertThat(events).isEmpty();
    }
}
