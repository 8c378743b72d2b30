package dev.earshot.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.earshot.codec.Protocol;
import dev.earshot.codec.ProtocolDetector;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolWatcherTest {
    private static final String PROXY_V2 = "0D0A0D0A000D0A515549540A2111000CC0000201C0000202DC0401BB";
    private static final String TLS = "16030100300100002C0303" + "00".repeat(42);

    @TempDir
    Path folder;

    private final List<Event> notes = new ArrayList<>();
    private final ProtocolWatcher watcher = new ProtocolWatcher(notes::add, false);

    private static Peer peer(int id, Transport transport) {
        return new Peer(
                id, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000 + id), transport);
    }

    private static final Peer PEER = peer(1, Transport.TCP_IN);

    private static Event.Received received(Peer peer, byte[] bytes) {
        return new Event.Received(peer, bytes, 0, bytes.length, 0);
    }

    private static Event.Received received(Peer peer, String text) {
        return received(peer, text.getBytes(ISO_8859_1));
    }

    private static Event.Silent silent(int millis) {
        return new Event.Silent(PEER, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static final Event HTTP = ProtocolNote.LOOKS_HTTP.about(PEER, "GET /a");

    @Test
    void theNoteWaitsForASilenceThatEndsEveryRowAndComesOnce() {
        watcher.on(new Event.Joined(PEER));
        assertThat(watcher.silenceMillis(PEER)).isZero();
        watcher.on(received(PEER, "GET /a HT"));
        watcher.on(silent(5_000));
        watcher.on(received(PEER, "TP/1.1\r\n\r\n"));
        assertThat(watcher.silenceMillis(PEER)).isEqualTo(1_000);
        watcher.on(silent(200));
        assertThat(notes).isEmpty();
        watcher.on(silent(1_000));
        assertThat(notes).containsExactly(HTTP);
        assertThat(watcher.watched()).isZero();
        watcher.on(received(PEER, "GET /b HTTP/1.1\r\n\r\n"));
        watcher.on(silent(2_000));
        watcher.departureSink().on(left());
        assertThat(notes).hasSize(1);
    }

    private static Event.Left left() {
        return new Event.Left(PEER, Event.Reason.RESET_BY_PEER, 0, "");
    }

    @Test
    void theEndOfTheStreamOrOfTheConversationDoesNotWait() {
        for (Event end : new Event[] {new Event.FinishedSending(PEER), left()}) {
            watcher.on(new Event.Joined(PEER));
            watcher.on(received(PEER, "GET /a HTTP/1.1\r\n"));
            watcher.departureSink().on(end);
            watcher.on(end);
        }
        assertThat(notes).containsExactly(HTTP, HTTP);
    }

    @Test
    void nothingIsKeptOfAPeerThatIsDecided() {
        for (String first : List.of("hello\n", "G", "", "GET\n", "PUT 7\n")) {
            watcher.on(new Event.Joined(PEER));
            assertThat(watcher.watched()).isEqualTo(1);
            if (!first.isEmpty()) {
                watcher.on(received(PEER, first));
                assertThat(watcher.watched()).isEqualTo(first.equals("G") ? 1 : 0);
            }
            watcher.departureSink().on(left());
            assertThat(watcher.watched()).isZero();
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void datagramsAreNotWatched() {
        for (Transport transport : List.of(Transport.UDP, Transport.TFTP)) {
            watcher.on(new Event.Joined(peer(2, transport)));
            watcher.on(received(peer(2, transport), ""));
            watcher.on(received(peer(2, transport), "GET /a HTTP/1.1\r\n"));
            watcher.departureSink().on(new Event.Left(peer(2, transport), Event.Reason.IDLE, 0, ""));
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void aServerIsNotedInItsOwnWords() {
        Peer server = peer(3, Transport.TCP_OUT);
        for (byte[] stream : List.of(hex("15030300020246"), text("SSH-2.0-x\r\n"), hex("FFFD01FFFD1FFFFB01"))) {
            watcher.on(new Event.Joined(server));
            watcher.on(received(server, stream));
            watcher.on(new Event.FinishedSending(server));
        }
        assertThat(notes)
                .containsExactly(
                        ProtocolNote.WANTS_TLS.about(server, "alert 70"),
                        ProtocolNote.SERVER_SSH.about(server, "SSH-2.0-x"),
                        ProtocolNote.SERVER_TELNET.about(server, "IAC DO 1"));
    }

    @Test
    void aRelayNotesOnlyWhatItCannotReadOrWhatIsNotOfTheClientItself() {
        ProtocolWatcher relay = new ProtocolWatcher(notes::add, true);
        List<byte[]> streams = List.of(
                HexFormat.of().parseHex(TLS),
                "SSH-2.0-x\r\n".getBytes(ISO_8859_1),
                HexFormat.of().parseHex(PROXY_V2),
                "GET / HTTP/1.1\r\n".getBytes(ISO_8859_1),
                HexFormat.of().parseHex("FFFD03FFFB18"));
        for (byte[] stream : streams) {
            for (Peer one : List.of(PEER, peer(3, Transport.TCP_OUT))) {
                relay.on(new Event.Joined(one));
                relay.on(received(one, stream));
                relay.on(new Event.FinishedSending(one));
            }
        }
        assertThat(notes)
                .containsExactly(
                        ProtocolNote.RELAYED_ENCRYPTED.about(PEER, "ClientHello"),
                        ProtocolNote.RELAYED_ENCRYPTED.about(PEER, "SSH-2.0-x"),
                        ProtocolNote.LOOKS_PROXIED.about(PEER, "v2, 192.0.2.1"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TLS_ALERT")
    void everyProtocolOfAClientHasItsNote(Protocol protocol) {
        assertThat(ProtocolNote.ofClient(protocol).about(PEER, "x").isWellFormed())
                .isTrue();
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments(hex(TLS), "looks like TLS: "),
                arguments(text("PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\nhi\r\n"), "(v1, TCP4 192.0.2.1): "),
                arguments(hex(PROXY_V2 + "68690A"), "begins with a PROXY protocol header (v2, 192.0.2.1): "),
                arguments(text("GET /x HTTP/1.1\r\nHost: a\r\n\r\n"), "another port (GET /x)"),
                arguments(text("SSH-2.0-OpenSSH_9.2\r\n"), "(SSH-2.0-OpenSSH_9.2)"),
                arguments(hex("FFFB1FFFFB20FFFB18"), "looks like telnet negotiation: "));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("strangers")
    void aStrangerGetsOneNoteBelowItsBytesWhichTheCaptureKeeps(byte[] stream, String words) throws Exception {
        List<String> shown;
        Path capture;
        try (LiveSession live = new LiveSession(folder)) {
            LiveSession.Client client = live.connect();
            for (byte one : stream) {
                client.say(new byte[] {one});
            }
            live.awaitNotes(ProtocolNote.ofClient(protocol(stream)), 1);
            shown = texts(live.session);
            List<Row.Kind> kinds = live.rows().stream().map(Row::kind).toList();
            assertThat(shown.stream().filter(row -> row.contains(words))).hasSize(1);
            assertThat(shown.get(shown.size() - 1)).contains(words);
            assertThat(kinds.subList(2, kinds.size() - 1)).isNotEmpty().containsOnly(Row.Kind.RECEIVED);
            capture = live.session.log().capture();
        }
        Session again = Session.open(new CaptureStore(folder.resolve("sessions")), capture, Framing.LINES);
        try {
            assertThat(texts(again)).startsWith(shown.toArray(String[]::new));
        } finally {
            again.close();
        }
    }

    private static Protocol protocol(byte[] stream) {
        ProtocolDetector detector = new ProtocolDetector(true);
        detector.read(stream, 0, stream.length);
        return detector.protocol();
    }

    private static List<String> texts(Session session) throws IOException {
        List<String> all = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                all.add(LiveSession.text(session, rows.read(i, 1 << 20)));
            }
        }
        return all;
    }

    @Test
    void aStrangerIsAnsweredFirstAndNotedThen() throws Exception {
        try (LiveSession live = new LiveSession(folder)) {
            live.session.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
            LiveSession.Client client = live.connect();
            client.say("GET / HTTP/1.1\r\n").hear("GET / HTTP/1.1\r\n");
            live.awaitNotes(ProtocolNote.LOOKS_HTTP, 1);
            List<Row.Kind> kinds = live.rows().stream().map(Row::kind).toList();
            assertThat(kinds).endsWith(Row.Kind.RECEIVED, Row.Kind.SENT, Row.Kind.EVENT);
        }
    }
}
