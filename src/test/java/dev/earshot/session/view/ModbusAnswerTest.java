package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.Lens;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks what the detail of a Modbus response takes from its request. */
class ModbusAnswerTest {
    @TempDir
    private Path folder;

    private final Peer peer =
            new Peer(1, new InetSocketAddress("127.0.0.1", 502), new InetSocketAddress("::1", 50_001));
    private final Peer other =
            new Peer(2, new InetSocketAddress("127.0.0.1", 502), new InetSocketAddress("::1", 50_002));
    private Framing framing;
    private Lens lens;
    private Journal journal;

    @BeforeEach
    void open() throws Exception {
        framing = FramingPresets.builtIn().parse("modbus-tcp");
        lens = new SampleRows().layouts(folder).framing(framing).lens();
        journal = JournalFactory.create(folder.resolve("a.pcapng"), folder, framing, (event, time) -> {});
        for (Peer each : List.of(peer, other)) {
            journal.on(new Event.Joined(each));
        }
    }

    @AfterEach
    void close() throws Exception {
        journal.close();
    }

    private void asks(Peer from, String hex) throws Exception {
        byte[] bytes = Hex.parse(hex);
        journal.on(new Event.Received(from, bytes, 0, bytes.length, 0));
    }

    private MessageDetail answered(String hex) throws Exception {
        byte[] bytes = Hex.parse(hex);
        journal.on(new Event.Sending(peer, bytes, 0, bytes.length, true, Origin.PERSON));
        try (RowReader rows = journal.reader()) {
            DecodedRow message = new DecodedRow(rows.read(rows.count() - 1, 1000), lens);
            MessageDetail own =
                    MessageViews.DETAIL.choose(message).detail(message, DecodedRow.NO_HITS, FieldTree.ENGLISH);
            return ModbusAnswer.complete(own, message, rows, FieldTree.ENGLISH);
        }
    }

    @Test
    void registersHaveTheirAddresses() throws Exception {
        asks(peer, "0007 0000 0006 01 03 0064 0002");
        asks(peer, "0008 0000 0006 01 03 00C8 0002");
        asks(other, "0007 0000 0006 01 03 0001 0002");
        MessageDetail detail = answered("0007 0000 0007 01 03 04 00EB 0029");
        assertThat(detail.text()).isEqualTo("Read holding registers 100..101 -> 235, 41");
        assertThat(FieldTree.lines(detail.fields()))
                .startsWith("request = Read holding registers 100..101 (row 3) @-1--1", "transaction = 7 @0-2")
                .contains("register = 41 @11-13");
    }

    @Test
    void bitsThatNobodyAskedForAreNoValues() throws Exception {
        asks(peer, "0009 0000 0006 01 01 0013 000A");
        MessageDetail detail = answered("0009 0000 0005 01 01 02 CD 01");
        assertThat(detail.text()).isEqualTo("Read coils 19..28 -> 1, 0, 1, 1, 0, 0, 1, 1, 1, 0");
        assertThat(FieldTree.lines(detail.fields()).stream().filter(line -> line.contains("/coil = ")))
                .hasSize(10);
    }

    @Test
    void withoutItsRequestAResponseStaysAsItIs() throws Exception {
        asks(peer, "0007 0000 0006 01 03 0064 0003");
        String otherSize = answered("0007 0000 0007 01 03 04 00EB 0029").text();
        String otherUnit = answered("0007 0000 0009 02 03 06 00EB 0029 0001").text();
        assertThat(List.of(otherSize, otherUnit))
                .containsExactly("Read holding registers: 235, 41", "Read holding registers: 235, 41, 1");
        asks(peer, "000A 0000 0006 01 03 0064 0001");
        for (int i = 0; i < ModbusAnswer.MOST_ROWS; i++) {
            asks(other, "000A 0000 0006 01 03 0064 0001");
        }
        assertThat(answered("000A 0000 0005 01 03 02 00EB").text()).isEqualTo("Read holding registers: 235");
    }
}
