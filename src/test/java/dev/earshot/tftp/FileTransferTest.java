package dev.earshot.tftp;

import static dev.earshot.tftp.FakeServer.data;
import static dev.earshot.tftp.FakeServer.error;
import static dev.earshot.tftp.FakeServer.optionAck;
import static dev.earshot.tftp.FakeServer.part;
import static dev.earshot.tftp.Fetch.NEVER;
import static dev.earshot.tftp.Fetch.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.net.Event;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.tftp.TftpPacket.Ack;
import dev.earshot.tftp.TftpPacket.Failure;
import java.io.OutputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests transfers from a server that follows the rules: complete files, loss, options, cancelling. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FileTransferTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1_024, 5_000})
    void aFileOfAnySizeArrivesUnchanged(int size) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.serve(bytes(size));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(size));
            assertThat(fetch.transfer.bytes()).isEqualTo(size);
            assertThat(fetch.transfer.repeats()).isZero();
        }
    }

    @Test
    void everyPacketIsReportedWithItsBytesAndItsPeer() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.serve(bytes(600));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.packets())
                    .containsExactly(
                            "> Request[write=false, file=fw.bin, mode=octet, options={tsize=0}]",
                            "< Data[block=1, length=512]",
                            "> Ack[block=1]",
                            "< Data[block=2, length=88]",
                            "> Ack[block=2]");
            List<Event> events = fetch.events;
            String target = server.address().text() + " fw.bin";
            assertThat(events.get(0)).isEqualTo(new Event.Opened(server.client(), FileTransfer.KIND, target));
            assertThat(events.get(events.size() - 1))
                    .isEqualTo(new Event.Closed(server.client(), FileTransfer.KIND, target));
            assertThat(events.stream().filter(Event.Joined.class::isInstance))
                    .extracting(joined ->
                            Addresses.port(((Event.Joined) joined).peer().remote()))
                    .containsExactly(server.requestSocket.getLocalPort(), server.transferSocket.getLocalPort());
            assertThat(events.stream().filter(Event.Left.class::isInstance)).hasSize(2);
            Event.Received first = (Event.Received) events.stream()
                    .filter(Event.Received.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.buffer()).isEqualTo(data(1, part(bytes(600), 1)));
            assertThat(first.peer().local()).isEqualTo(server.client());
            assertThat(first.peer().transport()).isEqualTo(Transport.TFTP);
        }
    }

    @Test
    void aLostRequestAndALostAcknowledgementAreSentAgain() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, 100);
            server.nextRequest();
            TftpPacket.Request again = server.nextRequest();
            assertThat(again.file()).isEqualTo("fw.bin");
            server.send(data(1, part(bytes(513), 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            assertThat(server.nextPacket()).as("sent again by itself").isEqualTo(new Ack(1));
            server.send(data(2, part(bytes(513), 2)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(513));
            assertThat(fetch.transfer.repeats()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aServerThatNeverAnswersIsAskedAsOftenAsConfigured() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(new FileRequest(server.address(), "x", TransferMode.OCTET, 50, 2, 1, 512, true));
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.silent");
            assertThat(fetch.packets()).hasSize(3).allMatch(line -> line.startsWith("> Request"));
        }
    }

    @Test
    void aServerThatStopsAnsweringIsAProblemWithTheReceivedBytes() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch =
                    new Fetch(new FileRequest(server.address(), "x", TransferMode.OCTET, 300, 2, 1 << 20, 512, true));
            server.nextRequest();
            server.send(data(1, bytes(512)));
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.stopped");
            assertThat(fetch.problem().arguments()).contains(512L, 3);
            assertThat(List.of(server.nextPacket(), server.nextPacket(), server.nextPacket()))
                    .containsOnly(new Ack(1));
            assertThat(server.nextPacket()).isInstanceOf(Failure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 65_535})
    void anErrorOfTheServerIsAProblemWithItsWordsAndIsNotAnswered(int code) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1_000, 512, false));
            server.nextRequest();
            server.send(error(code, "No \u001b[31mway"));
            String key = code < 9 ? "problem.tftp.error." + code : "problem.tftp.error.other";
            assertThat(fetch.problem().key()).isEqualTo(key);
            assertThat(fetch.problem().arguments())
                    .containsExactly(server.address().text(), "fw.bin", "No \\x1B[31mway", code);
            assertThat(fetch.packets()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void aServerThatFailsOverTheOptionsIsAskedAgainWithoutThem(int code) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            assertThat(server.nextRequest().options()).isEqualTo(Map.of("tsize", "0"));
            server.send(error(code, "options?"));
            assertThat(server.nextRequest().options()).isEmpty();
            server.send(data(1, bytes(9)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(9));
        }
    }

    @Test
    void aDoubledRefusalOfTheOptionsCountsOnce() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket next = FakeServer.socket("127.0.0.1")) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(error(8, "options?"));
            server.send(error(8, "options?"));
            assertThat(server.nextRequest().options()).isEmpty();
            server.send(next, data(1, bytes(9)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(9));
        }
    }

    @Test
    void aFileThatIsNotThereIsNotAskedForTwice() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(error(1, "File not found"));
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.error.1");
            assertThat(fetch.packets()).hasSize(2);
        }
    }

    @Test
    void theReasonOfAnErrorIsShownBehindALongPathButNoWholeBook() throws Exception {
        String reason = "cannot access /var/lib/tftpboot/images/2026/fw.bin: Permission denied";
        assertThat(shownOf(reason)).isEqualTo(reason);
        assertThat(shownOf("x".repeat(450))).isEqualTo("x".repeat(199) + "…");
    }

    private static Object shownOf(String words) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(error(2, words));
            return fetch.problem().arguments().get(2);
        }
    }

    @Test
    void theSizeAndTheBlockSizeThatTheServerAgreesToAreUsed() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 1_024, true));
            assertThat(server.nextRequest().options()).isEqualTo(Map.of("tsize", "0", "blksize", "1024"));
            server.send(optionAck("BLKSIZE", "1000", "tsize", "1500"));
            assertThat(server.nextPacket()).isEqualTo(new Ack(0));
            server.send(optionAck("blksize", "1000", "tsize", "1500"));
            assertThat(fetch.transfer.size()).isEqualTo(1_500);
            server.send(data(1, bytes(1_000)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(data(2, bytes(500)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.size()).isEqualTo(1_500);
        }
    }

    @Test
    void cancellingEndsTheTransferAtOnceAndTellsTheServer() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(data(1, bytes(512)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            fetch.transfer.cancel();
            assertThat(fetch.whole()).isFalse();
            assertThat(server.nextPacket()).isEqualTo(new Failure(0, "cancelled"));
        }
    }

    @Test
    void cancellingWhileTheServerIsSilentEndsTheTransferAtOnce() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            fetch.transfer.cancel();
            assertThat(fetch.whole()).isFalse();
            assertThat(fetch.packets()).hasSize(1);
        }
    }

    @Test
    void cancellingBeforeTheStartSendsNothing() throws Exception {
        try (FakeServer server = new FakeServer()) {
            FileTransfer transfer = new FileTransfer(
                    Fetch.request(server, NEVER), OutputStream.nullOutputStream(), event -> {}, () -> 1);
            transfer.cancel();
            assertThat(transfer.run()).isFalse();
            server.requestSocket.setSoTimeout(50);
            assertThatThrownBy(server::nextRequest).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aServerIsReachedByIpv6AsWell() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            FileRequest request = FileRequest.of(new ConnectAddress("::1", server.getLocalPort()), "x");
            Fetch fetch = new Fetch(request);
            DatagramPacket packet = new DatagramPacket(new byte[600], 600);
            server.receive(packet);
            packet.setData(data(1, bytes(3)));
            server.send(packet);
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(3));
        } catch (BindException e) {
            Assumptions.abort("there is no IPv6 here");
        }
    }

    @Test
    void anUnknownHostIsAProblem() throws Exception {
        Fetch fetch = new Fetch(FileRequest.of(new ConnectAddress("no-such-host.invalid", 69), "x"));
        assertThat(fetch.problem().key()).isEqualTo("problem.tftp.host.unknown");
    }

    @Test
    void linesOfNetasciiBecomeTheLinesOfThisComputer() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(
                    new FileRequest(server.address(), "x", TransferMode.NETASCII, NEVER, 0, 1 << 20, 512, true));
            TftpPacket.Request request = server.nextRequest();
            assertThat(request.mode()).isEqualTo("netascii");
            assertThat(request.options()).isEmpty();
            byte[] first = ("a".repeat(511) + "\r").getBytes(US_ASCII);
            server.send(data(1, first));
            server.nextPacket();
            server.send(data(2, "\nb\r\0c\rd\ne\r".getBytes(US_ASCII)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toString(US_ASCII))
                    .isEqualTo("a".repeat(511) + System.lineSeparator() + "b\rc\rd\ne\r");
        }
    }
}
