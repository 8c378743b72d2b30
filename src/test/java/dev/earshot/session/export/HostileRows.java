package dev.earshot.session.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowRange;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.session.Lens;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A journal with texts that try to break each form, and what an export of it needs. */
final class HostileRows implements AutoCloseable {
    static final List<byte[]> MESSAGES = List.of(
            bytes("hello\n"),
            "温度\n".getBytes(Charset.forName("GBK")),
            bytes("\u001B[31mred\u001B[0m\n"),
            bytes("a\u202Eb\u2066c\u2028d\uFEFF\n"),
            bytes("<script>alert('1')</script>&amp;\n"),
            bytes("=cmd()\r\n"),
            bytes("+A1\n"),
            bytes("-A1\n"),
            bytes("@x\n"),
            bytes("\t=1\n"),
            bytes("\uFF1D1+1\n"),
            bytes("a,\"b\"\n"),
            bytes("nul\0nul\n"),
            new byte[] {(byte) 0xFF, (byte) 0xFE, 'b', 'a', 'd', '\n'},
            new byte[] {0, 1, 2, 3, '\n'},
            bytes("[2026-01-01 00:00:00.000]# RECV ASCII FROM 1.2.3.4 :5>\n"),
            bytes("</td></tr>\n"),
            bytes("\uD83D\uDE00 \\n\n"),
            bytes("\n"));

    static final Peer CLIENT = peer(1, "127.0.0.1");
    static final Peer OTHER = peer(2, "::1");

    final Journal journal;

    HostileRows(Path folder) throws IOException {
        journal = JournalFactory.create(folder.resolve("s.pcapng"), folder, Framing.LINES, (event, time) -> {});
        journal.on(new Event.Opened(CLIENT.local()));
        journal.on(new Event.Joined(CLIENT));
        journal.on(new Event.Joined(OTHER));
        for (byte[] message : MESSAGES) {
            journal.on(new Event.Received(CLIENT, message, 0, message.length, 0));
            journal.on(new Event.Sending(
                    OTHER, message, 0, message.length, true, new Origin(OriginKind.RULE, "1 <b>=x()")));
        }
        journal.on(new Event.Left(CLIENT, Event.Reason.CLOSED_BY_PEER, 0, ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Peer peer(int id, String address) {
        return new Peer(id, new InetSocketAddress(address, 8080), new InetSocketAddress(address, 50_000 + id));
    }

    List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = journal.reader()) {
            for (long number = 0; number < reader.count(); number++) {
                rows.add(reader.read(number, Integer.MAX_VALUE));
            }
        }
        return rows;
    }

    List<Row> messages() throws IOException {
        return rows().stream().filter(row -> row.kind() != Row.Kind.EVENT).toList();
    }

    Lens lens() {
        return new Lens(null, journal::encoding);
    }

    ExportOptions options() {
        return new ExportOptions(this::lens, MessageViews.AUTOMATIC, new Words(Locale.ENGLISH));
    }

    RowExport export() {
        ChosenRows all = new ChosenRows(List.of(new RowRange(0, journal.rows() - 1)), null, journal.generation());
        return new RowExport(journal, all, new TaskProgress());
    }

    byte[] written(ExportFormat format, ExportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export().writeTo(format.with(options).writer(out));
        return out.toByteArray();
    }

    String text(ExportFormat format) throws IOException {
        return new String(written(format, options()), UTF_8);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
