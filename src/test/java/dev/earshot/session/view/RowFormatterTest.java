package dev.earshot.session.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.session.words.Words;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RowFormatterTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Peer PEER =
            new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_001));

    private final SampleRows rows = new SampleRows();

    private RowFormatter formatter(MessageViews views) {
        return new RowFormatter(rows.lens(), views, ENGLISH);
    }

    private RowText received(byte... bytes) {
        return formatter(MessageViews.AUTOMATIC).format(rows.row(Row.Kind.RECEIVED, bytes, ""));
    }

    @Test
    void aMessageHasTimeClientMarkAndText() {
        RowText text = received("温度=23.5℃\r\n".getBytes(UTF_8));
        String time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
                .format(Instant.ofEpochSecond(0, SampleRows.TIME).atZone(ZoneId.systemDefault()));
        assertThat(text.time()).isEqualTo(time).endsWith(".101");
        assertThat(text.client()).isEqualTo("127.0.0.1:50001");
        assertThat(text.mark()).isEqualTo("<");
        assertThat(text.text()).isEqualTo("温度=23.5℃");
        assertThat(text.tag()).isEqualTo("UTF-8");
        assertThat(text.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(text.isMessage()).isTrue();
    }

    @Test
    void theTimeDoesNotDependOnTheRowBefore() {
        assertThat(RowTime.of(SampleRows.TIME)).endsWith(".101");
        assertThat(RowTime.of(SampleRows.TIME + 899_000_000)).endsWith("1.000");
        assertThat(RowTime.of(SampleRows.TIME + 898_999_999)).endsWith("0.999");
        assertThat(RowTime.of(-1)).endsWith("59.999");
    }

    @Test
    void theMarkShowsTheKindOfTheRow() {
        RowFormatter formatter = formatter(MessageViews.AUTOMATIC);
        byte[] ok = {'O', 'K'};
        assertThat(formatter.format(rows.row(Row.Kind.SENT, ok, "")).mark()).isEqualTo(">");
        assertThat(formatter.format(rows.row(Row.Kind.SENT, ok, "echo")).mark()).isEqualTo(">>");
        assertThat(formatter.format(SampleRows.event(new Event.Joined(PEER))).mark())
                .isEqualTo("+");
        Event left = new Event.Left(PEER, Event.Reason.CLOSED_BY_PEER, 0, "");
        assertThat(formatter.format(SampleRows.event(left)).mark()).isEqualTo("-");
        assertThat(formatter
                        .format(SampleRows.event(new Event.FinishedSending(PEER)))
                        .mark())
                .isEqualTo("!");
    }

    @Test
    void anEventIsInWordsAndCannotForgeALine() {
        Event failed = new Event.Left(PEER, Event.Reason.FAILED, 0, "broken\n\u202Epipe");
        RowText text = formatter(MessageViews.AUTOMATIC).format(SampleRows.event(failed));
        assertThat(text.text()).contains("broken\\n\\u202Epipe").doesNotContain("\n");
        assertThat(text.isMessage()).isFalse();
        assertThat(text.encoding()).isNull();
    }

    @Test
    void aTagIsShownOnlyWithAutomaticViews() {
        assertThat(received((byte) 0, (byte) 1).text()).isEqualTo("00 01");
        assertThat(received((byte) 0, (byte) 1).tag()).isEqualTo("HEX");
        RowText asked = formatter(MessageViews.HEX).format(rows.row(Row.Kind.RECEIVED, new byte[] {0, 1}, ""));
        assertThat(asked.text()).isEqualTo("00 01");
        assertThat(asked.tag()).isEmpty();
        RowText forScripts =
                formatter(MessageViews.WITHOUT_HEX).format(rows.row(Row.Kind.RECEIVED, "℃".getBytes(UTF_8), ""));
        assertThat(forScripts.text()).isEqualTo("℃");
        assertThat(forScripts.tag()).isEmpty();
    }

    @Test
    void hitsOfEveryKindOfSearchHavePlacesInTheText() throws Problem {
        Row row = rows.row(Row.Kind.RECEIVED, "温度\t=20℃ ab\r\n".getBytes(UTF_8), "");
        assertThat(hits(MessageViews.AUTOMATIC, row, "度")).containsExactly("度");
        assertThat(hits(MessageViews.AUTOMATIC, row, "AB")).containsExactly("ab");
        assertThat(hits(MessageViews.AUTOMATIC, row, "/\\d+.|b$/")).containsExactly("20℃", "b");
        assertThat(hits(MessageViews.AUTOMATIC, row, "09 3D")).containsExactly("\\t=");
        assertThat(hits(MessageViews.HEX, row, "/b$/")).containsExactly("62");
        assertThat(hits(MessageViews.AUTOMATIC, row, "none")).isEmpty();
    }

    @Test
    void aMessageIsDecodedOnceForItsViewItsTextItsTagAndItsHits() throws Problem {
        CountingCharset counting = new CountingCharset();
        rows.encoding(new Encoding("counted", counting, UTF_8));
        Row row = rows.row(Row.Kind.RECEIVED, "温度\t=20℃ ab\r\n".getBytes(UTF_8), "");
        for (String typed : new String[] {"度", "/\\d+.|b$/", "09 3D"}) {
            counting.decoders = 0;
            RowText text = formatter(MessageViews.AUTOMATIC).format(row, SearchTerm.parse(typed));
            assertThat(text.tag()).isEqualTo("counted");
            assertThat(text.hits()).as(typed).isNotEmpty();
            assertThat(counting.decoders).as(typed).isEqualTo(1);
        }
    }

    /** Counts how often UTF-8 is decoded. */
    private static final class CountingCharset extends Charset {
        private int decoders;

        CountingCharset() {
            super("x-counting-utf-8", null);
        }

        @Override
        public boolean contains(Charset other) {
            return UTF_8.contains(other);
        }

        @Override
        public CharsetDecoder newDecoder() {
            decoders++;
            return UTF_8.newDecoder();
        }

        @Override
        public CharsetEncoder newEncoder() {
            return UTF_8.newEncoder();
        }
    }

    private String[] hits(MessageViews views, Row row, String typed) throws Problem {
        RowText text = formatter(views).format(row, SearchTerm.parse(typed));
        String[] hits = new String[text.hits().length / 2];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = text.text().substring(text.hits()[2 * i], text.hits()[2 * i + 1]);
        }
        return hits;
    }
}
