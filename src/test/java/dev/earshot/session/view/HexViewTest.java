package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HexViewTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final HexView view = new HexView();
    private final SampleRows rows = new SampleRows();

    @Test
    void theLineHasTheDigitsOfAllBytesWithTheEnding() {
        DecodedRow message = rows.received(1, 0xAB, '\r', '\n');
        assertThat(view.line(message, ENGLISH)).isEqualTo("01 AB 0D 0A");
        assertThat(view.tag(message, ENGLISH)).isEqualTo("HEX");
        assertThat(view.hitsInLine(message, "01 AB 0D 0A", new int[] {0, 1, 2, 4}))
                .containsExactly(0, 2, 6, 11);
    }

    @Test
    void theDetailIsADump() {
        MessageDetail detail = view.detail(rows.received("0123456789abcdefX\n"), new int[] {14, 17}, ENGLISH);
        assertThat(detail.facts()).containsExactly("HEX");
        assertThat(detail.text())
                .isEqualTo("0000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef\n"
                        + "0010  58 0A                                             X\u00B7");
        assertThat(marked(detail)).containsExactly("65 66", "ef", "58", "X");
    }

    @Test
    void aMessageIsShownAsHexIfMostOfItIsNoText() {
        assertThat(view.evidence(rows.received(1, 2, 3, 'a', 'b'))).isEqualTo(MessageView.Evidence.NO_TEXT);
        assertThat(view.evidence(rows.received(0xFF, 0xFE, 'a'))).isEqualTo(MessageView.Evidence.NO_TEXT);
        assertThat(view.evidence(rows.received('a', 'b', 0))).isEqualTo(MessageView.Evidence.NONE);
        assertThat(view.evidence(rows.received("温度=23.5℃\n"))).isEqualTo(MessageView.Evidence.NONE);
        assertThat(view.evidence(rows.received(1, 2, '\r', '\n')))
                .as("the ending counts as text")
                .isEqualTo(MessageView.Evidence.NONE);
    }

    private static String[] marked(MessageDetail detail) {
        String[] marked = new String[detail.hits().length / 2];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = detail.text().substring(detail.hits()[2 * i], detail.hits()[2 * i + 1]);
        }
        return marked;
    }
}
