package dev.earshot.session.view;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Transport;
import dev.earshot.session.Lens;
import dev.earshot.session.SampleLens;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Makes rows of one client, as a capture would give them. */
final class SampleRows {
    private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 50_001);

    /** 2026-11-29 12:00:00.101 UTC. */
    static final long TIME = 1_795_953_600_101_000_000L;

    private Encoding encoding = Encoding.UTF_8;
    private Transport transport = Transport.TCP_IN;
    private Framing framing;
    private final SampleLens lens = new SampleLens(peer -> encoding, peer -> transport);

    SampleRows encoding(Encoding wanted) {
        encoding = wanted;
        return this;
    }

    SampleRows transport(Transport wanted) {
        transport = wanted;
        return this;
    }

    /** Chooses the view of the log. */
    SampleRows view(String id) {
        lens.view(id);
        return this;
    }

    /** Reads fields by the layouts of a folder's file. */
    SampleRows layouts(Path folder) {
        lens.layouts(folder);
        return this;
    }

    /** Says which framing has cut the messages. */
    SampleRows framing(Framing cutBy) {
        framing = cutBy;
        return this;
    }

    Lens lens() {
        return lens.lens().of(framing);
    }

    DecodedRow received(String text) {
        return decoded(row(Row.Kind.RECEIVED, text.getBytes(encoding.writeCharset()), ""));
    }

    DecodedRow received(int... bytes) {
        return decoded(row(Row.Kind.RECEIVED, bytes(bytes), ""));
    }

    /** Makes a received message of this length, of which only the given first bytes were read. */
    DecodedRow beginning(int length, int... bytes) {
        return decoded(new Row(0, Row.Kind.RECEIVED, TIME, 1, CLIENT, null, 0, length, bytes(bytes), Origin.PERSON));
    }

    Row row(Row.Kind kind, byte[] bytes, String origin) {
        return new Row(0, kind, TIME, 1, CLIENT, null, 0, bytes.length, bytes, Origin.parse(origin));
    }

    static Row event(Event event) {
        return new Row(0, Row.Kind.EVENT, TIME, 1, CLIENT, event, 0, 0, new byte[0], Origin.PERSON);
    }

    private DecodedRow decoded(Row row) {
        return new DecodedRow(row, lens());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
