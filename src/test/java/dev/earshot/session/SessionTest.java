package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.journal.storage.NotACaptureException;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.UnknownNote;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.LoopKind;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private CaptureStore store;
    private Session session;

    @BeforeEach
    void begin() throws IOException {
        store = new CaptureStore(folder.resolve("sessions"));
        session = Session.begin(store, Framing.LINES);
    }

    @AfterEach
    void end() {
        session.close();
    }

    private int listen() throws Exception {
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> session.status().state() == State.OPEN);
        return Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
    }

    private Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private List<String> texts(Row.Kind kind) throws IOException {
        List<String> texts = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                Row row = rows.read(i, 1 << 20);
                if (row.kind() == kind) {
                    texts.add(LiveSession.text(session, row));
                }
            }
        }
        return texts;
    }

    @Test
    void anEndpointThatCannotBeMadeForAnUnknownReasonFails() {
        session.open(new LoopKind.Config(new LoopKind(), "no name of an address", ""));

        await().until(() -> session.status().state() == State.FAILED);
        assertThat(session.status().problem().key()).isEqualTo("problem.open");
    }

    @Test
    void receivesFromAndSendsToEachClientInItsOwnEncoding() throws Exception {
        int port = listen();
        try (Socket utf8 = connect(port);
                Socket gbk = connect(port)) {
            utf8.getOutputStream().write("你好，世界\n".getBytes(UTF_8));
            for (byte b : "温度=23.5℃\n".getBytes(GBK)) {
                gbk.getOutputStream().write(b);
            }
            await().untilAsserted(
                            () -> assertThat(texts(Row.Kind.RECEIVED)).containsExactlyInAnyOrder("你好，世界", "温度=23.5℃"));
            Peer device = client(gbk).peer();
            Encoding spoken = session.log().lens().encoding(device.id());
            assertThat(spoken).isEqualTo(Encoding.GBK);
            assertThat(session.sending().send(device, "收到".getBytes(spoken.writeCharset()), Origin.PERSON))
                    .isTrue();
            assertThat(gbk.getInputStream().readNBytes(4)).isEqualTo("收到".getBytes(GBK));
            await().untilAsserted(() -> assertThat(texts(Row.Kind.SENT)).containsExactly("收到"));
            assertThat(client(utf8).bytesIn()).isEqualTo(16);
            assertThat(session.clients().bytesIn()).isEqualTo(28);
            assertThat(session.clients().bytesOut()).isEqualTo(4);
        }
        await().until(() -> session.clients().all().stream().noneMatch(Client::hasFinishedSending)
                || session.clients().all().stream().allMatch(Client::hasFinishedSending));
    }

    @Test
    void anAnswerInAnotherEncodingThanTheClientsIsReadable() throws Exception {
        int port = listen();
        try (Socket gbk = connect(port)) {
            gbk.getOutputStream().write("温度=23.5℃\n".getBytes(GBK));
            await().until(() -> texts(Row.Kind.RECEIVED).size() == 1);
            session.sending().send(client(gbk).peer(), "收到，谢谢！".getBytes(UTF_8), Origin.PERSON);
            await().untilAsserted(() -> assertThat(texts(Row.Kind.SENT)).containsExactly("收到，谢谢！"));
            session.sending().send(client(gbk).peer(), "再见".getBytes(GBK), Origin.PERSON);
            await().untilAsserted(() -> assertThat(texts(Row.Kind.SENT)).containsExactly("收到，谢谢！", "再见"));
        }
    }

    private Client client(Socket socket) {
        return session.clients().all().stream()
                .filter(client -> Addresses.port(client.peer().remote()) == socket.getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFilterHoldsUnderAnotherFramingAndEncoding() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("温度 1\nother\n温度 2\n".getBytes(GBK));
            await().until(() -> session.log().rowCount() == 5);
            session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse("温度")), true);
            await().until(() -> session.log().filtered().shown().count() == 2);
            session.log().framing().reframe(Framing.RECEIVED, problem -> {});
            await().until(() -> session.log().rowCount() < 5
                    && session.log().filtered().shown().generation()
                            == session.log().generation()
                    && session.log().filtered().shown().count() >= 1);
            session.log().readAs(Encoding.UTF_8);
            await().until(() -> session.log().filtered().shown().isComplete());
            assertThat(session.log().filtered().shown().count()).isZero();
            session.log().readAs(null);
            await().until(() -> session.log().filtered().shown().count() >= 1);
        }
    }

    @Test
    void anExpressionMatchesAnAnswerInItsOwnEncoding() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("你好，世界\n".getBytes(UTF_8));
            await().until(() -> session.log().rowCount() == 3);
            session.sending().send(client(socket).peer(), "温度".getBytes(GBK), Origin.PERSON);
            await().until(() -> session.log().rowCount() == 4);
            session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse("/^温度$/")), true);
            await().until(() -> session.log().filtered().shown().isComplete());
            assertThat(session.log().filtered().shown().count()).isEqualTo(1);
        }
    }

    @Test
    void aSearchCanFindRowsWithoutHidingOthers() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("a\nb\na\n".getBytes(UTF_8));
            await().until(() -> session.log().rowCount() == 5);
            SearchTerm term = SearchTerm.parse("a");
            session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, term), false);
            assertThat(session.log().filtered().shown()).isNull();
            await().until(() -> session.log().filtered().found().count() == 2);
            session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, false, term), false);
            await().until(() -> session.log().filtered().shown().count() == 3
                    && session.log().filtered().found().count() == 2);
            socket.getOutputStream().write("a\n".getBytes(UTF_8));
            await().until(() -> session.log().filtered().shown().count() == 4
                    && session.log().filtered().found().count() == 3);
            FilterResult before = session.log().filtered();
            session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, false, SearchTerm.parse("b")), false);
            assertThat(session.log().filtered().shown())
                    .as("is not looked for again")
                    .isSameAs(before.shown());
            assertThat(before.shown().isClosed()).isFalse();
            session.log().filter(Filter.ALL, true);
            assertThat(before.found().isClosed()).isTrue();
            assertThat(before.shown().isClosed()).isTrue();
        }
    }

    @Test
    void anotherEncodingHoldsForTheWholeLog() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("学习\n".getBytes(GBK)); // valid UTF-8 as well
            await().untilAsserted(() -> assertThat(texts(Row.Kind.RECEIVED)).containsExactly("ѧϰ"));
            session.log().readAs(Encoding.GBK);
            assertThat(texts(Row.Kind.RECEIVED)).containsExactly("学习");
            session.log().readAs(null);
            assertThat(texts(Row.Kind.RECEIVED)).containsExactly("ѧϰ");
        }
    }

    @Test
    void aTakenPortIsAProblemInWordsAndNothingIsOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            session.listen(ListenAddress.parse("127.0.0.1", Integer.toString(taken.getLocalPort())));
            await().until(() -> session.status().state() == State.FAILED);
            assertThat(session.status().problem().key()).startsWith("problem.listen");
            assertThat(session.sending().send(new Peer(1, null, null), new byte[1], Origin.PERSON))
                    .isFalse();
        }
        assertThat(listen()).isPositive();
    }

    @Test
    void stopDisconnectsAndFreesThePort() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            await().until(() -> session.clients().presentCount() == 1);
            session.stop();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            await().until(() -> session.status().state() == State.CLOSED);
            assertThat(session.clients().presentCount()).isZero();
            assertThat(session.clients().all()).hasSize(1).noneMatch(Client::isPresent);
        }
        session.listen(ListenAddress.parse("127.0.0.1", Integer.toString(port)));
        await().until(() -> session.status().state() == State.OPEN);
    }

    @Test
    void theLastOfManyQuickCommandsCounts() throws Exception {
        ListenAddress address = ListenAddress.parse("127.0.0.1", "0");
        for (int i = 0; i < 25; i++) {
            session.listen(address);
            session.stop();
        }
        await().until(() -> session.status().state() == State.CLOSED);
        for (int i = 0; i < 25; i++) {
            session.stop();
            session.listen(address);
        }
        await().until(() -> session.status().state() == State.OPEN);
        assertThat(connect(Integer.parseInt(session.status().address().replaceFirst(".*:", ""))))
                .isNotNull()
                .satisfies(Socket::close);
    }

    @Test
    void aFloodFromOneClientArrivesCompleteAndInOrder() throws Exception {
        int port = listen();
        flood(port, "a", 200_000);
        await().until(() -> rowsReceived() == 200_000);
        assertInOrder(Set.of("a"), 200_000);
    }

    @Test
    void aFloodFromAHundredClientsArrivesCompleteAndInOrder() throws Exception {
        int port = listen();
        Set<String> names = ConcurrentHashMap.newKeySet();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String name = "c" + i;
            names.add(name);
            Thread sender = new Thread(() -> flood(port, name, 1_000));
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        await().until(() -> rowsReceived() == 100_000);
        assertInOrder(names, 1_000);
    }

    private void flood(int port, String name, int lines) {
        try (Socket socket = connect(port)) {
            StringBuilder batch = new StringBuilder();
            for (int i = 0; i < lines; i++) {
                batch.append(name)
                        .append(' ')
                        .append(i)
                        .append(" 温度=23.5℃ ")
                        .append("x".repeat(30))
                        .append('\n');
                if (batch.length() > 1 + i * 7919 % 5000 || i == lines - 1) {
                    socket.getOutputStream().write(batch.toString().getBytes(UTF_8));
                    batch.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long rowsReceived() throws IOException {
        return texts(Row.Kind.RECEIVED).size();
    }

    private void assertInOrder(Set<String> names, int each) throws IOException {
        java.util.Map<String, Integer> next = new java.util.HashMap<>();
        for (String text : texts(Row.Kind.RECEIVED)) {
            String[] words = text.split(" ");
            int expected = next.merge(words[0], 1, Integer::sum) - 1;
            assertThat(text).isEqualTo(words[0] + " " + expected + " 温度=23.5℃ " + "x".repeat(30));
        }
        assertThat(next.keySet()).isEqualTo(names);
        assertThat(next.values()).containsOnly(each);
    }

    @Test
    void theLastRequestedFramingCountsAndIsReportedAtOnce() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("abcd\nef\n".getBytes(UTF_8));
            await().until(() -> texts(Row.Kind.RECEIVED).size() == 2);
            for (int length = 1; length <= 4; length++) {
                session.log().framing().reframe(new FixedLengthFraming(length), this::unexpected);
                assertThat(session.log().framing().current()).isEqualTo(new FixedLengthFraming(length));
            }
            await().untilAsserted(() -> assertThat(texts(Row.Kind.RECEIVED)).containsExactly("abcd", "\\nef"));
            await().until(() -> session.log().framing().progress() == -1);
            assertThat(session.log().framing().current()).isEqualTo(new FixedLengthFraming(4));
        }
    }

    private void unexpected(Problem problem) {
        throw new AssertionError(problem);
    }

    @Test
    void aFailedChangeOfTheFramingIsAProblemAndTheFramingStays() throws Exception {
        Files.write(session.log().capture(), new byte[0]);
        List<String> reported = new CopyOnWriteArrayList<>();
        session.log().framing().reframe(Framing.RECEIVED, problem -> reported.add(problem.key()));
        await().until(() -> reported.size() == 1);
        assertThat(reported.get(0)).startsWith("problem.");
        assertThat(session.log().framing().current()).isEqualTo(Framing.LINES);
        assertThat(session.log().framing().progress()).isEqualTo(-1);
    }

    @Test
    void anOldCaptureShowsWhatTheSessionShowed() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("kept\nhalf".getBytes(UTF_8));
            await().until(() -> texts(Row.Kind.RECEIVED).size() == 2);
        }
        Path copy = folder.resolve("copy.pcapng");
        List<Object> reported = new ArrayList<>();
        session.log()
                .exports()
                .saveCapture(
                        copy, problem -> reported.add(problem.map(Problem::key).orElse("saved")));
        await().until(() -> reported.contains("saved"));
        Session old = Session.open(store, copy, Framing.LINES);
        assertThat(old.isWritable()).isFalse();
        assertThat(old.clients().bytesIn()).isEqualTo(9);
        try (RowReader rows = old.log().reader()) {
            assertThat(LiveSession.text(old, rows.read(2, 100))).isEqualTo("kept");
            assertThat(LiveSession.text(old, rows.read(3, 100))).isEqualTo("half");
        }
        old.close();
        assertThat(copy).exists();
    }

    @Test
    void noClientIsPresentInTheCaptureOfAKilledProgram() throws Exception {
        int port = listen();
        try (Socket socket = connect(port)) {
            await().until(() -> session.clients().presentCount() == 1);
            Path killed = Files.copy(session.log().capture(), folder.resolve("killed.pcapng"));
            Session old = Session.open(store, killed, Framing.LINES);
            assertThat(old.clients().presentCount()).isZero();
            assertThat(old.clients().all())
                    .extracting(client -> Addresses.port(client.peer().remote()))
                    .containsExactly(socket.getLocalPort());
            old.close();
        }
    }

    @Test
    void aDamagedNoteDoesNotHarmOtherRows() throws Exception {
        Path file = folder.resolve("changed.pcapng");
        Peer peer = new Peer(1, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000));
        try (Journal journal = JournalFactory.create(file, store.folder(), Framing.LINES, (event, time) -> {})) {
            journal.on(new Event.Joined(peer));
            journal.on(new Event.Note(peer, TcpNote.STALLED, List.of("many")));
        }
        Session old = Session.open(store, file, Framing.LINES);
        assertThat(old.log().rowCount()).isEqualTo(2);
        old.close();
    }

    /** The first captures stored the constant of a kind, followed by its arguments. */
    @Test
    void notesOfTheFirstCapturesAreShownInWordsOrAsTheyAre() throws Exception {
        Path file = folder.resolve("first.pcapng");
        Peer peer = new Peer(1, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000));
        try (Journal journal = JournalFactory.create(file, store.folder(), Framing.LINES, (event, time) -> {})) {
            journal.on(new Event.Joined(peer));
            journal.on(new Event.Note(peer, new UnknownNote("STALLED"), List.of("65536")));
            journal.on(new Event.Note(null, new UnknownNote("ROLE_GIVEN"), List.of("DEVICE")));
            journal.on(new Event.Note(null, new UnknownNote("CONNECT_FAILED"), List.of("refused", "4", "a:80", "a")));
        }
        Session old = Session.open(store, file, Framing.LINES);
        Words english = new Words(Locale.ENGLISH);
        List<String> shown = new ArrayList<>();
        try (RowReader rows = old.log().reader()) {
            for (long row = 1; row < 4; row++) {
                shown.add(EventWords.of(rows.read(row, 0), english));
            }
        }
        assertThat(shown)
                .containsExactly(
                        "does not read, 65,536 bytes waiting to be sent",
                        "is DEVICE from now on",
                        "connect.failed refused 4 a:80 a");
        old.close();
    }

    @Test
    void savingToAnUnwritablePlaceIsAProblemInWords() {
        List<String> reported = new ArrayList<>();
        session.log()
                .exports()
                .saveCapture(
                        folder.resolve("missing/copy.pcapng"),
                        problem -> reported.add(problem.orElseThrow().key()));
        await().until(() -> reported.size() == 1);
        assertThat(reported.get(0)).startsWith("problem.");
    }

    @Test
    void aFileThatIsNoCaptureIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a capture, whatever its name says");
        assertThatThrownBy(() -> Session.open(store, file, Framing.LINES)).isInstanceOf(NotACaptureException.class);
    }

    @Test
    void aSessionWithoutClientsLeavesNoCapture() throws Exception {
        listen();
        Path capture = session.log().capture();
        assertThat(capture).exists();
        session.close();
        assertThat(capture).doesNotExist();
    }

    @Test
    void aCaptureNamedByTheUserIsKeptOnceAClientCouldJoin() throws Exception {
        session.close();
        Path failed = folder.resolve("failed.pcapng");
        session = Session.begin(store, failed, Framing.LINES);
        session.close();
        assertThat(failed).doesNotExist();
        Path named = folder.resolve("named.pcapng");
        session = Session.begin(store, named, Framing.LINES);
        listen();
        session.close();
        assertThat(named).exists();
    }

    @Test
    void aSessionWithTrafficIsKept() throws Exception {
        int port = listen();
        connect(port).close();
        await().until(() -> !session.clients().all().isEmpty());
        session.close();
        assertThat(session.log().capture()).exists();
        assertThat(store.abandoned()).isEmpty();
    }

    @Test
    void listeningAndStoppingLeavesNoThreadBehind() throws Exception {
        for (int i = 0; i < 10; i++) {
            int port = listen();
            connect(port).close();
            await().until(() -> !session.clients().all().isEmpty());
            session.stop();
            await().until(() -> session.status().state() == State.CLOSED);
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread ->
                        thread.getName().startsWith("peer ") || thread.getName().startsWith("listen ")));
    }
}
