package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RowFormatTest {
    private final SampleRows rows = new SampleRows();

    private String written(RowFormat format, String... messages) throws IOException {
        StringWriter out = new StringWriter();
        RowWriter writer = format.writer(out, rows.lens(), new Words(Locale.ENGLISH));
        writer.begin();
        for (String message : messages) {
            writer.write(rows.row(Row.Kind.RECEIVED, message.getBytes(StandardCharsets.ISO_8859_1), ""));
        }
        writer.end();
        return out.toString();
    }

    @Test
    void textFormatWritesTheTextsOfTheLog() throws IOException {
        assertThat(written(RowFormat.TEXT, "one\r\n", "two\tthree\n", "\0\1")).isEqualTo("one\ntwo\\tthree\n00 01");
        assertThat(written(RowFormat.TEXT)).isEmpty();
    }

    @Test
    void textFormatsWriteTheViewThatWasChosen() throws IOException {
        rows.view("json");
        assertThat(written(RowFormat.TEXT, "{ \"a\" : 1 }\n", "no JSON\n")).isEqualTo("{\"a\":1}\nno JSON");
        assertThat(written(RowFormat.TIMED, "{ \"a\" : 1 }\n")).endsWith(" < {\"a\":1}");
        rows.view("hex");
        assertThat(written(RowFormat.TEXT, "on\n")).isEqualTo("6F 6E 0A");
        rows.view("text");
        assertThat(written(RowFormat.TEXT, "\0\1")).isEqualTo("\\x00\\x01");
        assertThat(written(RowFormat.PYTHON, "on\n")).as("a form for programs").isEqualTo("b'on\\n'");
    }

    @Test
    void hexFormatWritesTheBytesWithTheirEnding() throws IOException {
        assertThat(written(RowFormat.HEX, "on\r\n", "e")).isEqualTo("6F 6E 0D 0A\n65");
    }

    @Test
    void timedTextHasTimeClientMarkAndNote() throws IOException {
        assertThat(written(RowFormat.TIMED, "one\r\n")).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\S+:\\d+ < one");
    }

    @Test
    void literalsAreNumberedAndEachIsInItsOwnLine() throws IOException {
        assertThat(written(RowFormat.C_ARRAY, "a", "bc"))
                .isEqualTo(
                        "const unsigned char message1[1] = {0x61};\nconst unsigned char message2[2] = {0x62, 0x63};");
        assertThat(written(RowFormat.JAVA, "a\u00FF")).isEqualTo("byte[] message1 = {0x61, (byte) 0xff};");
        assertThat(written(RowFormat.PYTHON, "it's\n", "b")).isEqualTo("b'it\\'s\\n'\nb'b'");
        assertThat(written(RowFormat.PRINTF, "5%\n")).isEqualTo("printf '5%%\\n'");
        assertThat(written(RowFormat.HEX_DUMP, "ab")).startsWith("0000  61 62 ").endsWith("ab\n");
    }

    @Test
    void netcatSendsToTheSideThatListens() {
        InetSocketAddress ours = new InetSocketAddress("127.0.0.1", 8080);
        InetSocketAddress theirs = new InetSocketAddress("::1", 50_001);
        assertThat(netcat(Row.Kind.RECEIVED, new Peer(1, ours, theirs, Transport.TCP_IN)))
                .isEqualTo("printf 'hi' | nc 127.0.0.1 8080");
        assertThat(netcat(Row.Kind.SENT, new Peer(1, ours, theirs, Transport.TCP_IN)))
                .isEqualTo("printf 'hi' | nc 127.0.0.1 8080");
        assertThat(netcat(Row.Kind.RECEIVED, new Peer(1, ours, theirs, Transport.TCP_OUT)))
                .isEqualTo("printf 'hi' | nc ::1 50001");
        assertThat(netcat(Row.Kind.SENT, new Peer(1, ours, theirs, Transport.UDP)))
                .isEqualTo("printf 'hi' | nc -u -w1 ::1 50001");
        assertThat(netcat(Row.Kind.RECEIVED, new Peer(1, ours, theirs, Transport.UDP)))
                .isEqualTo("printf 'hi' | nc -u -w1 127.0.0.1 8080");
    }

    private static String netcat(Row.Kind kind, Peer peer) {
        byte[] bytes = {'h', 'i'};
        return NetcatCommand.of(
                new Row(0, kind, 1, peer, null, 0, bytes.length, bytes, Origin.PERSON, Completeness.WHOLE));
    }
}
