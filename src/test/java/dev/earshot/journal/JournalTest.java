package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.BeginMarkFraming;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.NotACaptureException;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RelayNote;
import dev.earshot.net.TcpNote;
import dev.earshot.net.UnknownNote;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.udp.UdpNote;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    @Test
    void readSizesDoNotChangeTheRowsOfLines() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one\ntwo\r\nth");
            scene.receives(peer, "r");
            scene.receives(peer, "ee\n\nfour");
            assertThat(scene.received()).containsExactly("one\n", "two\r\n", "three\n", "\n");
            scene.receives(peer, "\n");
            assertThat(scene.received()).last().isEqualTo("four\n");
        }
    }

    @Test
    void rowsOfSeveralPeersStayApart() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer first = scene.joins(1);
            Peer second = scene.joins(2);
            scene.receives(first, "fi");
            scene.receives(second, "sec");
            scene.receives(first, "rst\n");
            scene.receives(second, "ond\n");
            assertThat(scene.received()).containsExactly("first\n", "second\n");
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .extracting(Row::peerId, row -> Addresses.port(row.remote()))
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(1, 50_001),
                            org.assertj.core.api.Assertions.tuple(2, 50_002));
        }
    }

    @Test
    void asReceivedEveryReadIsARow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "a\nb");
            scene.receives(peer, "c");
            assertThat(scene.received()).containsExactly("a\nb", "c");
            scene.silent(peer, 1000);
            assertThat(scene.received()).containsExactly("a\nb", "c");
        }
    }

    @Test
    void silenceEndsARow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            assertThat(scene.journal.silenceMillis(peer)).isZero();
            scene.receives(peer, "login: ");
            assertThat(scene.received()).isEmpty();
            assertThat(scene.journal.silenceMillis(peer)).isEqualTo(200);
            scene.silent(peer, 200);
            assertThat(scene.received()).containsExactly("login: ");
            assertThat(scene.journal.silenceMillis(peer)).isEqualTo(1000); // for other framings
            scene.silent(peer, 1000);
            assertThat(scene.journal.silenceMillis(peer)).isZero();
            scene.receives(peer, "next\n".getBytes(UTF_8), 900);
            assertThat(scene.received()).containsExactly("login: ", "next\n");
        }
    }

    @Test
    void aRowEndedBySilenceHasTheTimeOfItsLastByte() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "vw");
            long before = System.currentTimeMillis();
            scene.receives(peer, "xy");
            long after = System.currentTimeMillis();
            while (System.currentTimeMillis() <= after + 1) {
                Thread.onSpinWait();
            }
            scene.silent(peer, 200);
            Row row = scene.rows().get(1);
            assertThat(row.bytes()).isEqualTo("vwxy".getBytes(UTF_8));
            assertThat(row.epochNanos() / 1_000_000).isBetween(before - 1, after + 1);
        }
    }

    @Test
    void halfACharacterHoldsItsRowOpenForASecond() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "你好".getBytes(GBK)); // now known to speak GBK
            scene.silent(peer, 1000);
            assertThat(scene.journal.encoding(1)).isEqualTo(Encoding.GBK);
            byte[] world = "世界".getBytes(GBK);
            scene.receives(peer, Arrays.copyOf(world, 3));
            assertThat(scene.journal.silenceMillis(peer)).isEqualTo(1000);
            scene.silent(peer, 250);
            assertThat(scene.received()).hasSize(1);
            scene.receives(peer, new byte[] {world[3]}, 600);
            assertThat(scene.journal.silenceMillis(peer)).isEqualTo(200);
            scene.silent(peer, 200);
            assertThat(scene.rows())
                    .last()
                    .satisfies(row -> assertThat(new String(row.bytes(), GBK)).isEqualTo("世界"));
            scene.receives(peer, Arrays.copyOf(world, 1));
            scene.silent(peer, 1000);
            assertThat(scene.received()).hasSize(3);
        }
    }

    @Test
    void aFirstRowIsHeldOpenOnlyByItsOwnEncoding() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "23.5℃".getBytes(GBK)); // ends in E6, which would begin a character of UTF-8
            assertThat(scene.journal.silenceMillis(peer)).isEqualTo(200);
        }
    }

    @Test
    void aSlowFirstGbkRowStaysWhole() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            byte[] text = "水泵已启动".getBytes(GBK); // its first character is valid UTF-8, the next byte begins none
            for (byte b : text) {
                scene.receives(peer, new byte[] {b}, 300);
                scene.silent(peer, 300);
            }
            scene.silent(peer, 1000);
            assertThat(new String(allReceived(scene), GBK)).isEqualTo("水泵已启动");
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .allSatisfy(row -> assertThat(row.length() % 2).isZero());
        }
    }

    private static byte[] allReceived(Scene scene) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        scene.rows().stream()
                .filter(row -> row.kind() == Row.Kind.RECEIVED)
                .forEach(row -> all.writeBytes(row.bytes()));
        return all.toByteArray();
    }

    @Test
    void aByteAtATimeIsOneRow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            byte[] text = "温度=23.5℃ 湿度=48%\r\n".getBytes(GBK);
            for (byte b : text) {
                scene.receives(peer, new byte[] {b}, 100);
            }
            assertThat(scene.rows())
                    .last()
                    .satisfies(row -> assertThat(row.bytes()).isEqualTo(text));
            assertThat(scene.journal.encoding(1)).isEqualTo(Encoding.GBK);
        }
    }

    @Test
    void theEndOfTheStreamEndsARow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "half");
            scene.journal.on(new Event.FinishedSending(peer));
            assertThat(scene.received()).containsExactly("half");
            scene.leaves(peer);
            assertThat(scene.rows()).extracting(Row::event).last().isInstanceOf(Event.Left.class);
            assertThat(scene.rows()).hasSize(4);
        }
    }

    @Test
    void aRowIsNeverLongerThanAMebibyte() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            byte[] piece = new byte[30_000];
            Arrays.fill(piece, (byte) 'x');
            for (int i = 0; i < 40; i++) {
                scene.receives(peer, piece);
            }
            scene.leaves(peer);
            assertThat(scene.received()).extracting(String::length).containsExactly(1 << 20, 1_200_000 - (1 << 20));
        }
    }

    @Test
    void aRowMayEndInAnEarlierRead() throws IOException {
        try (Scene scene = new Scene(folder, new BeginMarkFraming('~'))) {
            Peer peer = scene.joins(1);
            for (String read : List.of("~", "~a", "bc", "~", "~d~", "~~~e")) {
                scene.receives(peer, read);
            }
            assertThat(scene.received()).containsExactly("~~abc", "~~d", "~~");
            scene.leaves(peer);
            assertThat(scene.received()).containsExactly("~~abc", "~~d", "~~", "~~e");
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .allSatisfy(row -> {
                        for (int most = 0; most <= row.length(); most++) {
                            assertThat(scene.read(row.number(), most).bytes())
                                    .isEqualTo(Arrays.copyOf(row.bytes(), most));
                        }
                    });
        }
    }

    @Test
    void anOpenMessageCanBeReadAsFarAsItHasCome() throws IOException, Problem {
        try (Scene scene = new Scene(folder, Framing.parse("delimiter:0A"));
                RowReader reader = scene.journal.reader()) {
            Peer peer = scene.joins(1);
            assertThat(scene.journal.openSince(Long.MAX_VALUE)).isEmpty();
            scene.receives(peer, "whole\nbeg");
            OpenMessage first = scene.journal.openSince(Long.MAX_VALUE).get(0);
            assertThat(first.length()).isEqualTo(3);
            assertThat(scene.journal.openSince(first.since() - 1)).isEmpty();
            StringBuilder text = new StringBuilder("beg");
            for (int i = 0; i < 3 * RowCheckpoints.DISTANCE; i++) {
                char letter = (char) ('a' + i % 23);
                scene.receives(peer, String.valueOf(letter));
                text.append(letter);
            }
            OpenMessage later = scene.journal.openSince(first.since()).get(0);
            assertThat(later.isLaterThan(first)).isTrue();
            Row row = reader.readOpen(later, 100, null);
            assertThat(new String(row.bytes(), UTF_8)).isEqualTo(text.substring(0, 100));
            assertThat(row.length()).isEqualTo(text.length());
            assertThat(row.remote()).isEqualTo(peer.remote());
            scene.receives(peer, "z");
            OpenMessage last = scene.journal.openSince(Long.MAX_VALUE).get(0);
            assertThat(last.continues(later)).isTrue();
            assertThat(later.continues(last)).isFalse();
            Row grown = reader.readOpen(last, 100, row.bytes());
            assertThat(grown.bytes()).as("not read again").isSameAs(row.bytes());
            assertThat(grown.length()).isEqualTo(text.length() + 1);
            scene.receives(peer, "\nnext");
            assertThat(scene.journal.openSince(Long.MAX_VALUE)).singleElement().matches(next -> !next.continues(last));
            scene.receives(peer, "\n");
            assertThat(scene.journal.openSince(Long.MAX_VALUE)).isEmpty();
            scene.journal.reframe(Framing.LINES);
            assertThat(reader.readOpen(later, 100, null)).isNull();
        }
    }

    @Test
    void whatIsNoWholeMessageIsMarked() throws IOException, Problem {
        try (Scene scene = new Scene(folder, Framing.parse("fixed:8 wait:1000"))) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "one");
            scene.silent(peer, 1_500);
            scene.receives(peer, "fours12345678".getBytes(UTF_8), 2_000);
            scene.receives(peer, "rest");
            scene.leaves(peer);
            assertThat(scene.received()).containsExactly("one", "fours", "12345678", "rest");
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .extracting(Row::completeness)
                    .containsExactly(
                            Completeness.INCOMPLETE, Completeness.WHOLE, Completeness.WHOLE, Completeness.INCOMPLETE);
            assertThat(scene.journal.messages(Row.Kind.RECEIVED)).isEqualTo(4);
        }
    }

    @Test
    void aMessageThatIsLongerThanARowIsSeveralRowsOfOneMessage() throws IOException, Problem {
        try (Scene scene = new Scene(folder, Framing.parse("delimiter:1C0D"))) {
            Peer peer = scene.joins(1);
            byte[] piece = new byte[30_000];
            Arrays.fill(piece, (byte) 'x');
            for (int i = 0; i < 50; i++) {
                scene.receives(peer, piece, i == 25 ? 1_000 : 0);
            }
            scene.receives(peer, "\u001c\r");
            assertThat(scene.received()).extracting(String::length).containsExactly(1 << 20, 1_500_002 - (1 << 20));
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .extracting(Row::completeness)
                    .containsExactly(Completeness.PART, Completeness.WHOLE);
            assertThat(scene.journal.messages(Row.Kind.RECEIVED)).isEqualTo(1);
        }
    }

    @Test
    void aRowMayComeInAnyNumberOfReads() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            Peer other = scene.joins(2);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3 * RowCheckpoints.DISTANCE + 10; i++) {
                byte letter = (byte) ('a' + i % 23);
                scene.receives(peer, new byte[] {letter});
                text.append((char) letter);
                if (i % 100 == 0) {
                    scene.receives(other, "between\n".getBytes(UTF_8));
                }
            }
            scene.leaves(peer);
            long last = scene.journal.rows() - 2;
            try (RowReader reader = scene.journal.reader()) {
                for (int most : new int[] {0, 1, 10, 1_024, 1_025, 3_000, 1 << 20}) {
                    Row row = reader.read(last, most);
                    assertThat(row.length()).isEqualTo(text.length());
                    assertThat(new String(row.bytes(), UTF_8))
                            .isEqualTo(text.substring(0, Math.min(most, text.length())));
                }
            }
        }
    }

    @Test
    void aSendIsOneRowOrOneRowForEachLine() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.sends(peer, "one\ntwo".getBytes(UTF_8), false);
            scene.sends(peer, "more".getBytes(UTF_8), true);
            scene.sends(peer, "three".getBytes(UTF_8), true);
            assertThat(scene.texts(Row.Kind.SENT)).containsExactly("one\n", "twomore", "three");
            scene.journal.reframe(Framing.RECEIVED);
            assertThat(scene.texts(Row.Kind.SENT)).containsExactly("one\ntwomore", "three");
        }
    }

    @Test
    void readsOnlyTheWantedBeginningOfALongRow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "abc");
            scene.receives(peer, "def");
            scene.receives(peer, "ghi\n");
            try (RowReader reader = scene.journal.reader()) {
                for (int most = 0; most <= 12; most++) {
                    Row row = reader.read(1, most);
                    assertThat(row.length()).isEqualTo(10);
                    assertThat(new String(row.bytes(), UTF_8))
                            .isEqualTo("abcdefghi\n".substring(0, Math.min(most, 10)));
                }
            }
        }
    }

    @Test
    void theFramingCanBeChangedForTheWholeHistoryWhileMoreArrives() throws IOException {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "a\nb");
            scene.receives(peer, "c\nd");
            int before = scene.journal.generation();
            scene.journal.reframe(Framing.LINES);
            scene.receives(peer, "e\n");
            assertThat(scene.received()).containsExactly("a\n", "bc\n", "de\n");
            assertThat(scene.journal.generation()).isNotEqualTo(before);
            assertThat(scene.journal.framing()).isEqualTo(Framing.LINES);
            scene.journal.reframe(Framing.RECEIVED);
            assertThat(scene.received()).containsExactly("a\nb", "c\nd", "e\n");
        }
    }

    @Test
    void aChangedEncodingIsANoteOnlyIfEarlierRowsReadOtherwiseNow() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer plain = scene.joins(1);
            scene.receives(plain, "hello\n");
            scene.receives(plain, "你好\n".getBytes(GBK));
            assertThat(notes(scene)).isEmpty();
            Peer ambiguous = scene.joins(2);
            scene.receives(ambiguous, "学习\n".getBytes(GBK)); // valid UTF-8 as well: shown as that at first
            assertThat(scene.journal.encoding(2)).isEqualTo(Encoding.UTF_8);
            scene.receives(ambiguous, "你好，世界\n".getBytes(GBK));
            assertThat(scene.journal.encoding(2)).isEqualTo(Encoding.GBK);
            assertThat(notes(scene)).containsExactly(CaptureNote.ENCODING.about(ambiguous, "GBK"));
        }
    }

    @Test
    void aDegreeSignBetweenAsciiIsReadAsIso88591AndIsANote() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer sensor = scene.joins(1);
            scene.receives(sensor, "T1=25.3°C\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(scene.journal.encoding(1)).isEqualTo(Encoding.ISO_8859_1);
            scene.receives(sensor, "gain ±2 dB\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(notes(scene)).containsExactly(CaptureNote.ENCODING_GUESS.about(sensor, "ISO-8859-1"));
        }
    }

    private static List<Event> notes(Scene scene) {
        return scene.rows().stream()
                .map(Row::event)
                .filter(Event.Note.class::isInstance)
                .toList();
    }

    @Test
    void everyEventIsReadBackAsItWas() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = Scene.peer(3);
            List<Event> events = List.of(
                    new Event.Opened(peer.local()),
                    new Event.Joined(peer),
                    TcpNote.STALLED.about(peer, "65536"),
                    TcpNote.ACCEPT_FAILING.note("Too many open files"),
                    new Event.FinishedSending(peer),
                    new Event.Left(peer, Event.Reason.FAILED, 1024, "No route to host, or so: 中文"),
                    new Event.Closed(peer.local()));
            events.forEach(scene.journal::on);
            assertThat(scene.rows()).extracting(Row::event).isEqualTo(events);
        }
    }

    @Test
    void everyKindOfNoteIsReadBackWhateverItsDetail() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(3);
            List<Event> notes = new ArrayList<>();
            List<NoteKind> kinds = Stream.<NoteKind[]>of(
                            TcpNote.values(), UdpNote.values(), RelayNote.values(), CaptureNote.values())
                    .flatMap(Stream::of)
                    .collect(Collectors.toList());
            kinds.add(new UnknownNote("of.a.later.version"));
            for (NoteKind kind : kinds) {
                notes.add(new Event.Note(peer, kind, List.of("rule 2 a\tproblem.x\t中 7", "", "a \"b\" \\", "1\n2")));
                notes.add(new Event.Note(null, kind, List.of()));
            }
            notes.forEach(scene.journal::on);
            assertThat(scene.rows().subList(1, 1 + notes.size()))
                    .extracting(Row::event)
                    .isEqualTo(notes);
            assertThat(Scene.seen(scene.reopened(Framing.LINES))).isEqualTo(Scene.seen(scene.journal));
        }
    }

    @Test
    void aNoteAboutAPeerThatHasLeftBecomesOneAboutNoPeer() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(3);
            scene.leaves(peer);
            scene.journal.on(TcpNote.STALLED.about(peer, 10));
            assertThat(scene.rows().get(2).event()).isEqualTo(TcpNote.STALLED.note(10));
            assertThat(Scene.seen(scene.reopened(Framing.LINES))).isEqualTo(Scene.seen(scene.journal));
        }
    }

    @Test
    void theLeavingOfAPeerHasTheTimeItWasThere() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            long joined = scene.rows().get(0).epochNanos();
            scene.leaves(peer);
            Row left = scene.rows().get(1);
            assertThat(left.lastedMillis()).isEqualTo((left.epochNanos() - joined) / 1_000_000);
        }
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken.pcapng"), "precious");
        assertThatThrownBy(() -> JournalFactory.create(file, folder, Framing.LINES, (event, time) -> {}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
    }

    @Test
    void onlyItsOwnerCanReadACapture() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesForeignFiles() throws IOException {
        for (String content : List.of("", "short", "a text file that is long enough to be looked at")) {
            Path file = Files.writeString(folder.resolve("other"), content);
            assertThatThrownBy(() -> JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {}))
                    .isInstanceOf(NotACaptureException.class);
        }
    }

    @Test
    void openingShowsProgressAndCanBeCancelled() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 100; i++) {
                scene.receives(peer, "line\n");
            }
            TaskProgress opening = new TaskProgress();
            List<Double> progress = new ArrayList<>();
            JournalListener recorded = (event, time) -> progress.add(opening.progress());
            JournalFactory.open(List.of(scene.file), folder, Framing.LINES, recorded, opening)
                    .close();
            assertThat(progress).hasSize(101).isSorted();
            assertThat(progress.get(50)).isBetween(0.4, 0.6);
            TaskProgress cancelled = new TaskProgress();
            JournalListener cancelling = (event, time) -> cancelled.cancel();
            assertThatThrownBy(() ->
                            JournalFactory.open(List.of(scene.file), folder, Framing.LINES, cancelling, cancelled))
                    .isInstanceOf(TaskProgress.CancelledException.class);
        }
    }

    @Test
    void copiesTheCaptureAsItIsWhileItGrows() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "kept\n");
            Path copy = folder.resolve("copy.pcapng");
            scene.journal.storage().copyTo(copy, new TaskProgress());
            scene.receives(peer, "later\n");
            try (Journal read = JournalFactory.open(copy, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.rows(read)).hasSize(2);
            }
        }
    }

    @Test
    void aCaptureCopiedOntoItselfStaysAndGrows() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.journal.storage().copyTo(scene.file, new TaskProgress());
            scene.receives(peer, "later\n");
            try (Journal read = scene.reopened(Framing.LINES)) {
                assertThat(Scene.rows(read)).hasSize(2);
            }
        }
    }

    @Test
    void theOriginOfAnAutomaticMessageIsKept() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.sends(peer, "typed\n".getBytes(UTF_8), true);
            byte[] answer = "answered\n".getBytes(UTF_8);
            scene.journal.on(new Event.Sending(peer, answer, 0, answer.length, true, Origin.parse("规则 1 (Boiler)")));
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.SENT)
                    .extracting(row -> row.origin().text())
                    .containsExactly("", "规则 1 (Boiler)");
            scene.journal.reframe(Framing.RECEIVED);
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(Scene.rows(reopened))
                        .extracting(row -> row.origin().text())
                        .containsExactly("", "", "规则 1 (Boiler)");
            }
        }
    }

    @Test
    void anAutomaticAnswerNeverStandsAboveItsQuestion() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "no line feed");
            answers(scene, peer, "echo");
            assertThat(Scene.texts(scene.journal)).containsExactly("no line feed", "echo");
            scene.receives(peer, "a stream\nof li");
            answers(scene, peer, "echo 1");
            scene.receives(peer, "nes\n");
            assertThat(scene.received()).endsWith("a stream\n", "of lines\n");
            scene.receives(peer, new byte[] {(byte) 0xE4, (byte) 0xBD}, 0);
            answers(scene, peer, "echo 2");
            scene.receives(peer, new byte[] {(byte) 0xA0, '\n'}, 0);
            assertThat(scene.received()).endsWith("你\n").contains("of lines\n");
            scene.receives(peer, "half a li");
            byte[] others = "ann: hello\n".getBytes(UTF_8);
            scene.journal.on(new Event.Sending(peer, others, 0, others.length, true, new Origin(OriginKind.CHAT)));
            scene.receives(peer, "ne\n");
            assertThat(scene.received()).as("a chat answers nobody").endsWith("half a line\n");
            List<String> live = Scene.seen(scene.journal);
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(Scene.seen(reopened)).isEqualTo(live);
            }
        }
    }

    private static void answers(Scene scene, Peer peer, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        scene.journal.on(new Event.Sending(peer, bytes, 0, bytes.length, true, new Origin(OriginKind.ECHO)));
    }
}
