package dev.earshot.packets;

import static dev.earshot.packets.Wire.ACK;
import static dev.earshot.packets.Wire.FIN;
import static dev.earshot.packets.Wire.PSH;
import static dev.earshot.packets.Wire.RST;
import static dev.earshot.packets.Wire.SYN;
import static dev.earshot.packets.Wire.ethernet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TCP connections in captures: order, repetition, gaps, beginning and end. */
class TcpOrderTest {
    private final Wire wire = Wire.ipv4();
    private final CaptureFile file = CaptureFile.pcap();

    @TempDir
    private Path folder;

    private long now;

    private void packet(byte[] packet) {
        file.packet(now += 1_000_000, ethernet(packet));
    }

    private void client(long sequence, String data) {
        packet(wire.tcp(true, sequence, 0, PSH, data));
    }

    private void server(long sequence, String data) {
        packet(wire.tcp(false, sequence, 0, PSH, data));
    }

    private void acknowledge(boolean byClient, long next) {
        packet(wire.tcp(byClient, 0, next, ACK, ""));
    }

    private void handshake(long ofClient, long ofServer) {
        packet(wire.tcp(true, ofClient, 0, SYN, ""));
        packet(wire.tcp(false, ofServer, ofClient + 1, SYN | ACK, ""));
    }

    private Heard heard() throws IOException {
        return Heard.in(file.write(folder.resolve("capture")));
    }

    @Test
    void aConversationHasABeginningAndAnEnd() throws IOException {
        handshake(100, 900);
        client(101, "ask");
        server(901, "answer");
        packet(wire.tcp(true, 104, 907, FIN | ACK, ""));
        packet(wire.tcp(false, 907, 105, FIN | ACK, ""));
        packet(wire.tcp(true, 105, 908, ACK, ""));
        Heard heard = heard();
        assertThat(heard.words)
                .containsExactly("1 joined", "1 < ask", "1 > answer", "1 finished", "1 left CLOSED_HERE");
        assertThat(heard.peers.get(0).transport()).isEqualTo(Transport.TCP_CAPTURED);
        assertThat(Addresses.port(heard.peers.get(0).remote())).isEqualTo(50_001);
        assertThat(Addresses.port(heard.peers.get(0).local())).isEqualTo(502);
    }

    @Test
    void theServerMayFinishFirstAndEitherSideMayReset() throws IOException {
        handshake(100, 900);
        packet(wire.tcp(false, 901, 101, FIN | ACK, "last"));
        packet(wire.tcp(true, 101, 906, FIN | ACK, ""));
        handshake(5_000, 7_000);
        packet(wire.tcp(true, 5_001, 0, RST, ""));
        packet(wire.tcp(true, 9_000, 0, SYN, ""));
        packet(wire.tcp(false, 0, 9_001, RST | ACK, ""));
        assertThat(heard().words)
                .containsExactly(
                        "1 joined",
                        "1 > last",
                        "1 finished.here",
                        "1 left CLOSED_BY_PEER",
                        "2 joined",
                        "2 left RESET_BY_PEER",
                        "3 joined",
                        "3 left RESET_HERE");
    }

    @Test
    void retransmissionsAreReadOnceAndEarlySegmentsWait() throws IOException {
        handshake(100, 900);
        handshake(100, 900);
        client(101, "one,");
        client(101, "one,");
        client(109, "three,"); // before "two,"
        client(105, "two,");
        client(103, "e,two,three,four,"); // an overlap with something new at its end
        client(100, "?one,"); // a probe before the next byte
        Heard heard = heard();
        assertThat(heard.words).containsExactly("1 joined", "1 < one,", "1 < two,", "1 < three,", "1 < four,");
        assertThat(heard.times).isSorted();
        assertThat(heard.frames).containsExactly(5L, 8L, 7L, 9L);
    }

    @Test
    void sequenceNumbersMayWrap() throws IOException {
        handshake(0xFFFF_FFFDL, 0xFFFF_FFFFL);
        client(0xFFFF_FFFEL, "abcd");
        client(4, "gh");
        client(2, "ef");
        server(0, "x");
        assertThat(heard().words).containsExactly("1 joined", "1 < abcd", "1 < ef", "1 < gh", "1 > x");
    }

    @Test
    void whatWasAcknowledgedAndNotCapturedIsAGap() throws IOException {
        handshake(100, 900);
        client(101, "one");
        client(114, "two");
        acknowledge(false, 104);
        server(901, "in between");
        acknowledge(false, 117);
        client(117, "three");
        assertThat(heard().words)
                .containsExactly("1 joined", "1 < one", "1 > in between", "1 < gap 10", "1 < two", "1 < three");
    }

    @Test
    void gapsAreToldAtTheEndAtTheLatest() throws IOException {
        handshake(100, 900);
        client(111, "late");
        server(903, "x");
        packet(wire.tcp(false, 904, 0, FIN | ACK, ""));
        assertThat(heard().words)
                .containsExactly("1 joined", "1 < gap 10", "1 < late", "1 > gap 2", "1 > x", "1 finished.here");
    }

    @Test
    void aConversationMayBeginBeforeTheCapture() throws IOException {
        acknowledge(true, 5);
        server(900, "answer");
        client(100, "ask");
        server(906, "more");
        Heard heard = heard();
        assertThat(heard.words).containsExactly("1 under way", "1 > answer", "1 < ask", "1 > more");
        assertThat(Addresses.port(heard.peers.get(0).local()))
                .as("the server's port")
                .isEqualTo(502);
    }

    @Test
    void portsMayBeUsedAgain() throws IOException {
        handshake(100, 900);
        client(101, "one");
        handshake(8_000, 9_000);
        client(8_001, "two");
        packet(wire.tcp(true, 8_004, 0, RST, ""));
        client(8_001, "two"); // again, after the end
        client(8_004, "more");
        assertThat(heard().words)
                .containsExactly(
                        "1 joined",
                        "1 < one",
                        "1 left END_NOT_CAPTURED",
                        "2 joined",
                        "2 < two",
                        "2 left RESET_BY_PEER",
                        "3 under way",
                        "3 < more");
    }

    @Test
    void onlyTheBeginningOfAPacketMayBeCaptured() throws IOException {
        handshake(100, 900);
        byte[] long1 = ethernet(wire.tcp(true, 101, 0, PSH, "0123456789"));
        file.packet(now, long1, long1.length - 6);
        client(111, "next");
        byte[] headersOnly = ethernet(wire.tcp(true, 115, 0, PSH, "0123456789"));
        file.packet(now, headersOnly, headersOnly.length - 10);
        client(125, "end");
        assertThat(heard().words)
                .containsExactly("1 joined", "1 < 0123", "1 < cut 6", "1 < next", "1 < cut 10", "1 < end");
    }

    @Test
    void fieldCaseOfModbus() throws IOException {
        handshake(100, 900);
        String request = "\0\1\0\0\0\6\1\3\0\0\0\n";
        String response = "\0\1\0\0\0\5\1\3\2\0\7";
        client(101, request);
        client(101, request); // the retransmission
        server(901, response);
        client(125, request); // two out of order
        client(113, request);
        server(912, response);
        server(923, response);
        client(137, request);
        server(934, response);
        List<String> words = heard().words;
        assertThat(words).filteredOn(("1 < " + request)::equals).hasSize(4);
        assertThat(words).filteredOn(("1 > " + response)::equals).hasSize(4);
        assertThat(words).hasSize(9);
    }

    @Test
    void whatWaitsIsBounded() throws IOException {
        handshake(100, 900);
        String piece = "x".repeat(60_000);
        int count = TcpSegmentAssembler.MOST_WAITING / 60_000 + 20;
        for (int i = 0; i < count; i++) {
            client(201 + i * 60_000L, piece);
        }
        List<String> words = heard().words;
        assertThat(words.get(1)).isEqualTo("1 < gap 100");
        assertThat(words).hasSize(count + 2);
    }

    @Test
    void manyConnectionsAreBounded() throws IOException {
        for (int i = 0; i < TcpConversations.MOST_OPEN + 5; i++) {
            Wire other = wire.ports(1 + i % 60_000, 502 + i / 60_000);
            packet(other.tcp(true, 7, 0, SYN, ""));
        }
        assertThat(heard().words)
                .filteredOn(word -> word.endsWith("END_NOT_CAPTURED"))
                .hasSize(5);
    }
}
