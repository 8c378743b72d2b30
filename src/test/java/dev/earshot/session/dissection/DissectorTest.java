package dev.earshot.session.dissection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.UdpConfig;
import dev.earshot.session.view.FieldNode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The real tshark says what messages of a session are. */
@EnabledIf("isThere")
class DissectorTest {
    private static final DecodeAs AUTO = new DecodeAs("");

    @TempDir
    private Path folder;

    private Session session;
    private Dissector dissector;

    static boolean isThere() {
        return Tshark.find().isPresent();
    }

    @BeforeEach
    void begin() throws IOException {
        session = Session.begin(new CaptureStore(folder), Framing.RECEIVED);
        dissector = new Dissector(session, Tshark.find().orElseThrow());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int open(EndpointConfig config) {
        if (config == null) {
            session.listen(loopback());
        } else {
            session.open(config);
        }
        await().until(() -> session.status().state() == Status.State.OPEN);
        return Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
    }

    private static ListenAddress loopback() {
        try {
            return ListenAddress.parse("127.0.0.1", "0");
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    private void say(Socket client, byte[] bytes, long rows) throws IOException {
        client.getOutputStream().write(bytes);
        await().until(() -> session.log().rowCount() == rows);
    }

    private static List<String> lines(List<FieldNode> fields) {
        List<String> lines = new ArrayList<>();
        for (FieldNode field : fields) {
            lines.add(field.name() + ": " + field.value() + " @" + field.from() + "-" + field.to()
                    + (field.wrong() ? " !" : ""));
            lines.addAll(lines(field.parts()));
        }
        return lines;
    }

    @Test
    void aMessageIsDecodedAsTheChosenProtocolWithItsBytes() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), open(null))) {
            say(client, Hex.parse("0001 0000 0006 01 03 0064 0002"), 3);
            Dissection said = dissector.dissect(2, new DecodeAs("mbtcp"), () -> false);
            assertThat(said.protocols()).isEqualTo("tcp, mbtcp, modbus");
            assertThat(said.isKnown()).isTrue();
            assertThat(lines(said.fields()))
                    .startsWith("Modbus/TCP:  @0-12")
                    .contains(
                            "Transaction Identifier: 1 @0-2",
                            "Unit Identifier: 1 @6-7",
                            "Function Code: Read Holding Registers (3) @7-8",
                            "Reference Number: 100 @8-10",
                            "Word Count: 2 @10-12")
                    .anyMatch(line -> line.startsWith("Source Port: " + client.getLocalPort()));
            Dissection undecided = dissector.dissect(2, AUTO, () -> false);
            assertThat(undecided.isKnown()).isFalse();
        }
    }

    @Test
    void aMessageInPartsIsPutTogetherAndOnlyItsOwnBytesHavePlaces() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), open(null))) {
            say(client, "GET /a HTTP/1.1\r\nHo".getBytes(US_ASCII), 3);
            say(client, "st: example\r\nX-Id: 7\r\n\r\n".getBytes(US_ASCII), 4);
            Dissection said = dissector.dissect(3, new DecodeAs("http"), () -> false);
            assertThat(lines(said.fields()))
                    .contains("Request URI: /a @-1--1")
                    .anyMatch(line -> line.startsWith("X-Id: 7") && line.endsWith("@13-22"));
        }
    }

    @Test
    void datagramsAreDecodedToo() throws Exception {
        UdpConfig config = new UdpConfig(loopback(), false, MulticastOptions.STANDARD, Optional.empty());
        int port = open(config);
        byte[] query = Hex.parse("1234 0100 0001 0000 0000 0000 07 6578616D706C65 03 636F6D 00 0001 0001");
        try (DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            client.send(new DatagramPacket(query, query.length, InetAddress.getLoopbackAddress(), port));
            await().until(() -> session.log().rowCount() == 3);
            Dissection said = dissector.dissect(2, new DecodeAs("dns"), () -> false);
            assertThat(said.protocols()).isEqualTo("udp, dns");
            assertThat(lines(said.fields())).contains("Transaction ID: 0x1234 @0-2", "Name: example.com @12-25");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), open(null))) {
            say(client, "hello".getBytes(US_ASCII), 3);
            assertThatThrownBy(() -> dissector.dissect(2, new DecodeAs("nosuchprotocol"), () -> false))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.key()).isEqualTo("problem.tshark.failed");
                        assertThat(problem.arguments().get(0).toString()).contains("nosuchprotocol");
                    });
            assertThatThrownBy(() -> dissector.dissect(1, AUTO, () -> false))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.tshark.message"));
            assertThatThrownBy(() -> dissector.dissect(2, AUTO, () -> true))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.tshark.cancelled"));
        }
    }
}
