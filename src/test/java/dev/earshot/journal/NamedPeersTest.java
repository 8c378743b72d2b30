package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.export.CaptureRowWriter;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowRange;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import dev.earshot.net.address.NamedAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The capture keeps peers that have a name in place of an IP address. */
class NamedPeersTest {
    private static final String LONGEST = "/dev/serial/by-id/" + "x".repeat(NamedAddress.MOST - 18);

    @TempDir
    Path folder;

    private static Peer named(int id, String name, Transport transport) {
        return new Peer(id, new NamedAddress("here"), new NamedAddress(name), transport);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void areReadAgainWithEveryKindOfRow(Transport transport) throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer first = named(1, "/dev/ttyUSB0", transport);
            Peer second = named(2, LONGEST, transport);
            scene.journal.on(new Event.Opened(first.remote(), "serial", "115200 8N1"));
            scene.journal.on(new Event.Joined(first));
            scene.journal.on(new Event.Joined(second));
            scene.receives(first, "one\ntw");
            scene.receives(second, "other\n");
            scene.receives(first, "o\n");
            scene.journal.on(
                    new Event.Sending(first, "answer".getBytes(UTF_8), 0, 6, true, new Origin(OriginKind.RULE, "1 a")));
            scene.receives(second, "y".repeat(Endpoint.MAX_PIECE - 1) + "\n");
            scene.journal.on(TcpNote.STALLED.about(first, 100));
            scene.leaves(second);
            scene.leaves(first);
            scene.journal.on(new Event.Closed(first.remote(), "serial", "115200 8N1"));
            List<Row> live = scene.rows();
            assertThat(live).extracting(Row::peer).contains(first, second);
            assertThat(live).extracting(Row::origin).contains(new Origin(OriginKind.RULE, "1 a"));
            assertThat(live.get(0).event()).isEqualTo(new Event.Opened(first.remote(), "serial", "115200 8N1"));
            try (Journal reopened = scene.reopened(Framing.LINES)) {
                assertThat(Scene.seen(reopened)).isEqualTo(Scene.seen(scene.journal));
                assertThat(Scene.rows(reopened))
                        .extracting(Row::peer)
                        .isEqualTo(live.stream().map(Row::peer).toList());
            }
        }
    }

    @Test
    void rowsFromTheMiddleOfAConversationKeepTheName() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = named(1, "/dev/ttyUSB0", Transport.TCP_OUT);
            scene.journal.on(new Event.Joined(peer));
            scene.receives(peer, "one\ntwo\n");
            Path target = folder.resolve("rows.pcapng");
            ChosenRows last = new ChosenRows(List.of(new RowRange(2, 2)), null, scene.journal.generation());
            new RowExport(scene.journal, last, row -> true, new TaskProgress())
                    .writeFile(target, out -> new CaptureRowWriter(out, id -> null));
            try (Journal exported = JournalFactory.open(target, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(exported)).containsExactly("two\n");
                assertThat(Scene.rows(exported)).extracting(Row::peer).containsExactly(peer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earshot between us them",
                "earshot between 我们 他们",
                "earshot between  them",
                "earshot between us and them",
                "earshot between 1:2:3 1.2.3.4:99999"
            })
    void anotherCommentThatBeginsSoCostsNoPacket(String comment) throws Exception {
        RecordEncoder encoder = new RecordEncoder();
        ByteBuffer record = ByteBuffer.allocate(RecordEncoder.MOST_RECORD).order(ByteOrder.LITTLE_ENDIAN);
        Peer peer = Scene.peer(1);
        encoder.put(new Event.Joined(peer), 1, "", "", record);
        encoder.commit();
        encoder.put(new Event.Received(peer, "text".getBytes(UTF_8), 0, 4, 0), 2, "", comment, record.clear());
        Packet packet = Packet.parse(record.flip());
        assertThat(packet.payloadLength()).isEqualTo(4);
        assertThat(packet.remote()).isEqualTo(peer.remote());
        assertThat(packet.local()).isEqualTo(peer.local());
    }

    @Test
    void aNewFileNamesAllThatAreThere() {
        RecordEncoder encoder = new RecordEncoder();
        ByteBuffer record = ByteBuffer.allocate(RecordEncoder.MOST_RECORD).order(ByteOrder.LITTLE_ENDIAN);
        for (int id = 1; id <= 100; id++) {
            Transport transport = id % 2 == 0 ? Transport.UDP : Transport.TCP_OUT;
            Peer peer = new Peer(id, new NamedAddress(LONGEST), new NamedAddress(LONGEST), transport);
            encoder.put(new Event.Joined(peer), Long.MAX_VALUE, "", "", record.clear());
            encoder.commit();
        }
        ByteBuffer head = encoder.makeHead(Long.MAX_VALUE);
        String text = new String(head.array(), 0, head.limit(), ISO_8859_1);
        assertThat(text.split(LONGEST + " " + LONGEST, -1)).hasSize(101);
    }
}
