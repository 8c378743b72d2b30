package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.net.Transport;
import dev.earshot.session.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnescapedViewTest {
    /** The escapes of JT/T 808 as a framing of one's own, whose messages no layout describes. */
    private static final String OWN = "marks:7E..7E,stuffing=7E=7D02|7D=7D01";

    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final SampleRows rows = new SampleRows();

    @Test
    void anEscapedMessageIsShownWithoutItsEscapes() throws Problem {
        DecodedRow message = message(OWN, "7E 00 02 00 00 01 00 7D 02 7D 01 33 7E");
        assertThat(shown(MessageViews.AUTOMATIC, message)).isEqualTo("7E 00 02 00 00 01 00 7E 7D 33 7E");
        MessageView view = MessageViews.AUTOMATIC.choose(message);
        assertThat(view.tag(message, ENGLISH)).isEqualTo("Unescaped");
        MessageDetail detail = MessageViews.WITHOUT_HEX.choose(message).detail(message, new int[] {0, 1}, ENGLISH);
        assertThat(detail.facts()).containsExactly("Unescaped", "HEX");
        assertThat(detail.text()).isEqualTo("7E 00 02 00 00 01 00 7E 7D 33 7E");
        assertThat(detail.hits()).isEmpty();
    }

    @Test
    void hexShowsTheBytesAsTheyCame() throws Problem {
        DecodedRow message = message(OWN, "7E 7D 02 33 7E");
        assertThat(shown(MessageViews.HEX, message)).isEqualTo("7E 7D 02 33 7E");
        assertThat(message.bytes()).hasSize(5);
    }

    @Test
    void aLegibleMessageIsText() throws Problem {
        assertThat(shown(MessageViews.AUTOMATIC, message("slip wait:500", "C0 68 65 DB DC 6C 6F C0")))
                .isEqualTo("\uFFFDhe\uFFFDlo\uFFFD");
        assertThat(shown(MessageViews.AUTOMATIC, message("cobs", "03 68 69 02 21 00")))
                .isEqualTo("hi\\x00!\\x00");
    }

    @Test
    void otherMessagesAreShownAsEver() throws Problem {
        DecodedRow nothingEscaped = message(OWN, "7E 41 42 43 7E");
        assertThat(nothingEscaped.unescaped()).isEmpty();
        assertThat(shown(MessageViews.AUTOMATIC, nothingEscaped)).isEqualTo("~ABC~");
        assertThat(shown(MessageViews.AUTOMATIC, message("stx-etx", "02 68 69 03")))
                .isEqualTo("\\x02hi\\x03");
        assertThat(shown(MessageViews.HEX, message(OWN, "7E 7D 55 7E"))).isEqualTo("7E 7D 55 7E");
        Row broken = row("7D 02 7E", Completeness.BROKEN);
        assertThat(new DecodedRow(broken, rows.lens().of(Framing.parse(OWN))).unescaped())
                .isEmpty();
        Row datagram = row("7E 7D 02 7E", Completeness.WHOLE);
        rows.transport(Transport.UDP);
        assertThat(new DecodedRow(datagram, rows.lens().of(Framing.parse(OWN))).unescaped())
                .isEmpty();
    }

    private DecodedRow message(String framing, String hex) throws Problem {
        return new DecodedRow(row(hex, Completeness.WHOLE), rows.lens().of(Framing.parse(framing)));
    }

    private Row row(String hex, Completeness completeness) throws Problem {
        Row row = rows.row(Row.Kind.RECEIVED, Hex.parse(hex), "");
        return new Row(
                0,
                row.kind(),
                row.epochNanos(),
                row.peer(),
                null,
                0,
                row.length(),
                row.bytes(),
                row.origin(),
                completeness);
    }

    private static String shown(MessageViews views, DecodedRow message) {
        return views.choose(message).line(message, ENGLISH);
    }
}
