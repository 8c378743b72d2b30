package dev.earshot.session.view;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.cli.Program;
import dev.earshot.cli.Script;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Origin;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.dissection.DecodeAs;
import dev.earshot.session.dissection.Dissection;
import dev.earshot.session.dissection.Dissector;
import dev.earshot.session.dissection.Tshark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Checks views on what other programs send, and against what another program reads. */
class ViewCounterpartsTest {
    @TempDir
    private Path folder;

    private Session session;
    private int port;

    static boolean hasTshark() {
        return Tshark.find().isPresent();
    }

    @BeforeEach
    void open() throws IOException, Problem {
        session = Session.begin(new CaptureStore(folder), Framing.RECEIVED);
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> session.status().state() == Status.State.OPEN);
        port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private DecodedRow message(long number) throws IOException {
        await().until(() -> session.log().rowCount() > number);
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, Integer.MAX_VALUE);
            return new DecodedRow(row, session.log().lens());
        }
    }

    @Test
    void aRequestOfCurlIsHttpWithItsHeadersAndBody() throws Exception {
        try (Program curl = Script.tool(
                "curl",
                "-s",
                "-m",
                "30",
                "-H",
                "X-Id: 7",
                "-d",
                "{\"t\":23.5}",
                "http://127.0.0.1:" + port + "/a?b=c")) {
            DecodedRow request = message(2);
            MessageView view = MessageViews.DETAIL.choose(request);
            assertThat(view).isInstanceOf(HttpView.class);
            assertThat(FieldTree.of(view, request))
                    .contains("Method = POST @0-4", "Target = /a?b=c @5-11", "Version = HTTP/1.1 @12-20")
                    .anyMatch(line -> line.startsWith("Headers/X-Id = 7 @"))
                    .anyMatch(line -> line.startsWith("Headers/Content-Length = 10 @"))
                    .anyMatch(line -> line.startsWith("Body = {\"t\":23.5} @"));
            byte[] answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
            session.sending().send(request.row().peer(), answer, Origin.PERSON);
            assertThat(curl.exitCode()).isZero();
            assertThat(FieldTree.of(view, message(3))).contains("Status = 204 @9-12", "Reason = No Content @13-23");
        }
    }

    @Test
    @EnabledIf("hasTshark")
    void framesOfWebSocketAreWhatWiresharkSays() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            int[] hello = {0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58};
            byte[] frame = new byte[hello.length];
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (byte) hello[i];
            }
            client.getOutputStream().write(frame);
            DecodedRow message = message(2);
            Dissection said = new Dissector(session, Tshark.find().orElseThrow())
                    .dissect(2, new DecodeAs("websocket"), () -> false);
            assertThat(FieldTree.lines(said.fields()))
                    .anyMatch(line -> line.endsWith("Fin = True @0-1"))
                    .anyMatch(line -> line.endsWith("Opcode = Text (1) @0-1"))
                    .anyMatch(line -> line.endsWith("Payload length = 5 @1-2"))
                    .anyMatch(line -> line.endsWith("Masking-Key = 37fa213d @2-6"));
            assertThat(FieldTree.of(new WebSocketView(), message))
                    .contains(
                            "Frame 1/FIN = 1 @0-1",
                            "Frame 1/Opcode = 1 (Text) @0-1",
                            "Frame 1/Length = 5 @1-2",
                            "Frame 1/Masking key = 37 FA 21 3D @2-6",
                            "Frame 1/Payload = Hello @6-11");
        }
    }

    @Test
    void messagesOfAClientHaveTheirForms() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String[] texts = {"{\"t\":1}\n", "<a><t>1</t></a>\n", "t=1;h=2\r\n", "hello, world\n"};
            Class<?>[] views = {JsonView.class, XmlView.class, KeyValueView.class, TextView.class};
            for (int i = 0; i < texts.length; i++) {
                client.getOutputStream().write(texts[i].getBytes(US_ASCII));
                assertThat(MessageViews.DETAIL.choose(message(2 + i))).isInstanceOf(views[i]);
            }
        }
    }
}
