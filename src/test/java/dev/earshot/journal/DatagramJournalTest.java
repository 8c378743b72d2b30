package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Relay;
import dev.earshot.net.TcpClient;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import dev.earshot.net.UnknownNote;
import dev.earshot.net.udp.UdpEndpoint;
import dev.earshot.net.udp.UdpNote;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The capture keeps UDP peers, peers that we connected to, and endpoints that are no TCP server. */
class DatagramJournalTest {
    @TempDir
    Path folder;

    private static Peer udp(int id, String local, String remote) {
        return new Peer(
                id, new InetSocketAddress(local, 8080), new InetSocketAddress(remote, 50_000 + id), Transport.UDP);
    }

    @Test
    void everyDatagramIsARowWhateverTheFramingAlsoAnEmptyOne() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = udp(1, "127.0.0.1", "127.0.0.1");
            scene.journal.on(new Event.Joined(peer));
            scene.receives(peer, "no line feed");
            scene.receives(peer, "");
            scene.receives(peer, "two\nlines\n");
            scene.sends(peer, "an\nanswer".getBytes(UTF_8), true);
            scene.sends(peer, new byte[0], true);
            scene.receives(peer, "");
            scene.journal.on(new Event.Left(peer, Event.Reason.IDLE, 7, ""));
            List<String> rows = List.of("no line feed", "", "two\nlines\n", "");
            assertThat(scene.received()).isEqualTo(rows);
            assertThat(scene.texts(Row.Kind.SENT)).containsExactly("an\nanswer", "");
            assertThat(scene.journal.messages(1, Row.Kind.RECEIVED)).isEqualTo(4);
            assertThat(scene.journal.silenceMillis(peer)).isZero();
            List<String> live = Scene.seen(scene.journal);
            for (String framing : List.of("received", "fixed:3", "silence:50", "delimiter:0A", "length:0,1", "lines")) {
                scene.journal.reframe(parse(framing));
                assertThat(Scene.seen(scene.journal)).as(framing).isEqualTo(live);
                try (Journal reopened = scene.reopened(parse(framing))) {
                    assertThat(Scene.seen(reopened)).as(framing).isEqualTo(live);
                }
            }
        }
    }

    private static Framing parse(String text) {
        try {
            return Framing.parse(text);
        } catch (dev.earshot.codec.Problem e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void emptyAndFullDatagramsHaveTheTimeOfTheirOwnRecord() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = udp(1, "::1", "2001:db8::5");
            scene.journal.on(new Event.Joined(peer));
            byte[] most = new byte[Endpoint.MAX_DATAGRAM];
            Arrays.fill(most, (byte) 'x');
            scene.receives(peer, most);
            long before = System.currentTimeMillis();
            while (System.currentTimeMillis() <= before + 1) {
                Thread.onSpinWait();
            }
            scene.receives(peer, "");
            List<Row> rows = scene.rows();
            assertThat(rows.get(1).bytes()).isEqualTo(most);
            assertThat(rows.get(2).epochNanos() / 1_000_000).isGreaterThanOrEqualTo(before);
            assertThat(rows.get(2).remote()).isEqualTo(peer.remote());
        }
    }

    @Test
    void datagramsAreFilteredByTheirContent() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = udp(1, "127.0.0.1", "127.0.0.1");
            scene.journal.on(new Event.Joined(peer));
            for (String text : List.of("tem", "p=1", "", "temp=2", "")) {
                scene.receives(peer, text);
            }
            assertThat(found(scene, "temp")).containsExactly(4L);
            assertThat(found(scene, "/^$/")).containsExactly(3L, 5L);
        }
    }

    private static List<Long> found(Scene scene, String text) throws Exception {
        SearchTerm needle = SearchTerm.parse(text);
        Filter filter = new Filter(PeerSet.EVERYBODY, true, true, true, needle);
        try (FilteredRows rows = FilteredRows.of(scene.journal.contents(), filter, TestLens.UTF_8, () -> {})) {
            Awaitility.await().until(() -> rows.isComplete() && rows.nextRow() == rows.rows());
            long[] numbers = new long[(int) rows.count()];
            rows.read(0, numbers);
            return Arrays.stream(numbers).boxed().toList();
        }
    }

    @Test
    void everyEventIsReadBackAsItWas() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer four = udp(3, "127.0.0.1", "192.0.2.7");
            Peer six = udp(4, "::1", "fe80::9");
            Peer tftp = new Peer(7, four.local(), new InetSocketAddress("192.0.2.9", 69), Transport.TFTP);
            Peer called = new Peer(
                    5,
                    new InetSocketAddress("127.0.0.1", 40_000),
                    new InetSocketAddress("127.0.0.1", 80),
                    Transport.TCP_OUT);
            Peer calledSix = new Peer(
                    6, new InetSocketAddress("::1", 40_000), new InetSocketAddress("::1", 80), Transport.TCP_OUT);
            List<Event> events = List.of(
                    new Event.Opened(four.local(), UdpEndpoint.KIND, ""),
                    new Event.Joined(four),
                    UdpNote.UNREACHABLE.about(four),
                    UdpNote.NOT_SENT.about(four, 12, "Message too long: 太长"),
                    UdpNote.DROPPED.note("17"),
                    new Event.Joined(six),
                    new Event.Left(four, Event.Reason.DISPLACED, 0, ""),
                    new Event.Left(six, Event.Reason.IDLE, 1024, ""),
                    new Event.Closed(four.local(), UdpEndpoint.KIND, ""),
                    new Event.Opened(new InetSocketAddress("0.0.0.0", 0), TcpClient.KIND, "boiler.example:80"),
                    new Event.Joined(called),
                    new Event.Joined(calledSix),
                    new Event.FinishedSending(called),
                    TcpNote.FINISHED_HERE.about(called),
                    new Event.Left(called, Event.Reason.CLOSED_BY_PEER, 0, ""),
                    new Event.Left(calledSix, Event.Reason.RESET_BY_PEER, 0, ""),
                    new Event.Closed(new InetSocketAddress("0.0.0.0", 0), TcpClient.KIND, "boiler.example:80"),
                    new Event.Opened(four.local(), Relay.KIND, "[2001:db8::1]:80"),
                    new Event.Opened(four.local(), "TFTP", "boot.example:69 a b\n.bin"),
                    new Event.Joined(tftp),
                    new Event.Left(tftp, Event.Reason.CLOSED_HERE, 0, ""),
                    new Event.Closed(four.local(), "TFTP", "boot.example:69 a b\n.bin"),
                    new Event.Opened(four.local(), "KIND_OF_A_LATER_VERSION", "somewhere else"),
                    new Event.Closed(four.local(), "KIND_OF_A_LATER_VERSION", ""),
                    new Event.Note(null, new UnknownNote("fetched"), List.of("600", "12", "/tmp/a b.bin")));
            events.forEach(scene.journal::on);
            assertThat(scene.rows()).extracting(Row::event).isEqualTo(events);
            List<Event> told = new ArrayList<>();
            JournalFactory.open(scene.file, folder, Framing.LINES, (event, time) -> told.add(event))
                    .close();
            assertThat(told).isEqualTo(events);
        }
    }

    @Test
    void aReturningPeerIsANewOneAndBothDirectionsAreTwoPeers() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            List<Event> events = new ArrayList<>();
            InetSocketAddress local = new InetSocketAddress("127.0.0.1", 8080);
            InetSocketAddress remote = new InetSocketAddress("127.0.0.1", 50_000);
            for (int id = 1; id <= 3; id++) {
                Peer peer = new Peer(id, local, remote, id == 2 ? Transport.TCP_IN : Transport.UDP);
                events.add(new Event.Joined(peer));
                byte[] bytes = {(byte) id};
                events.add(new Event.Received(peer, bytes, 0, 1, 0));
                if (id == 1) {
                    events.add(new Event.Left(peer, Event.Reason.IDLE, 0, ""));
                }
            }
            events.forEach(scene.journal::on);
            try (Journal reopened = scene.reopened(Framing.RECEIVED)) {
                assertThat(Scene.rows(reopened)).extracting(Row::peerId).containsExactly(1, 1, 1, 2, 2, 3, 3);
            }
        }
    }

    @Test
    void aPeerThatGoesOnIsKnownInTheNextFile() throws IOException {
        FaultyDisk disk = new FaultyDisk(write -> false);
        CaptureLimit cap = new CaptureLimit(disk.space(folder));
        cap.request(64 << 20); // files of 4 MiB
        Peer datagrams = udp(1, "fe80::1", "fe80::2");
        Peer tftp = new Peer(
                2, new InetSocketAddress("127.0.0.1", 40_001), new InetSocketAddress("127.0.0.1", 69), Transport.TFTP);
        Peer called = new Peer(
                3,
                new InetSocketAddress("127.0.0.1", 40_000),
                new InetSocketAddress("127.0.0.1", 80),
                Transport.TCP_OUT);
        List<Path> files;
        try (Journal journal = disk.journal(folder.resolve("session.pcapng"), cap, Framing.LINES)) {
            journal.on(new Event.Joined(datagrams));
            journal.on(new Event.Joined(tftp));
            journal.on(new Event.Joined(called));
            byte[] bytes = new byte[60_000];
            IntStream.range(0, 100).forEach(i -> journal.on(new Event.Received(datagrams, bytes, 0, bytes.length, 0)));
            journal.on(new Event.Received(called, bytes, 0, 10, 0));
            files = journal.storage().files();
        }
        assertThat(files).hasSizeGreaterThan(1);
        List<Event> told = new ArrayList<>();
        Path last = files.get(files.size() - 1);
        try (Journal reopened = JournalFactory.open(last, folder, Framing.LINES, (event, time) -> told.add(event))) {
            assertThat(told.subList(0, 3))
                    .containsExactlyInAnyOrder(
                            new Event.Joined(datagrams), new Event.Joined(tftp), new Event.Joined(called));
            assertThat(Scene.rows(reopened))
                    .extracting(Row::peerId)
                    .contains(1, 3)
                    .doesNotContain(-1);
        }
    }
}
