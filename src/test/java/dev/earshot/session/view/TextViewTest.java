package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.session.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextViewTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final TextView view = new TextView();
    private final SampleRows rows = new SampleRows();

    @Test
    void theLineIsTheTextWithoutItsEndingAndWithMarks() {
        assertThat(line("OK\r\n")).isEqualTo("OK");
        assertThat(line("a\tb\u202Ec\u0000\n")).isEqualTo("a\\tb\\u202Ec\\x00");
        assertThat(line("two\nlines\n")).isEqualTo("two\\nlines");
        assertThat(line("<html><b>")).isEqualTo("<html><b>");
        assertThat(view.line(rows.received('a', 0xFF, 'b'), ENGLISH)).isEqualTo("a\uFFFDb");
        assertThat(view.line(rows.beginning(100, 'a', '\n'), ENGLISH))
                .as("it may go on behind what was read")
                .isEqualTo("a\\n");
    }

    @Test
    void theTagIsTheEncodingWhereItMatters() {
        assertThat(view.tag(rows.received("23.5 C\r\n"), ENGLISH)).isEmpty();
        assertThat(view.tag(rows.received("23.5℃"), ENGLISH)).isEqualTo("UTF-8");
        assertThat(view.tag(rows.encoding(Encoding.GBK).received("温度"), ENGLISH))
                .isEqualTo("GBK");
    }

    @Test
    void hitsHavePlacesInTheLine() {
        DecodedRow plain = rows.received("temp=23.5\n");
        assertThat(inLine(plain, 5, 9)).isEqualTo("23.5");
        assertThat(inLine(plain, 5, 10)).as("the ending is not shown").isEqualTo("23.5");
        DecodedRow marked = rows.received("a\tb\u0000c");
        assertThat(inLine(marked, 1, 2)).isEqualTo("\\t");
        assertThat(inLine(marked, 2, 5)).isEqualTo("b\\x00c");
        DecodedRow chinese = rows.received("温度=20℃");
        assertThat(inLine(chinese, 3, 7)).isEqualTo("度=");
        assertThat(inLine(chinese, 4, 5))
                .as("a byte of it is the whole character")
                .isEqualTo("度");
        assertThat(view.hitsInLine(chinese, "温度=20℃", new int[] {0, 3, 3, 6})).containsExactly(0, 1, 1, 2);
    }

    @Test
    void theDetailKeepsLineBreaksAndNamesTheEncoding() {
        DecodedRow message = rows.encoding(Encoding.GBK).received("温度\tab\r\nb\u0000a\r\n");
        MessageDetail detail = view.detail(message, new int[] {5, 10, 15, 18}, ENGLISH);
        assertThat(detail.facts()).containsExactly("GBK", "ends with CR LF");
        assertThat(detail.text()).isEqualTo("温度\\tab\nb\\x00a");
        assertThat(detail.hits()).hasSize(4);
        assertThat(detail.text().substring(detail.hits()[0], detail.hits()[1])).isEqualTo("ab\nb");
        assertThat(view.detail(rows.received("a\n"), new int[0], ENGLISH).facts())
                .containsExactly("GBK", "ends with LF");
        assertThat(view.detail(rows.received("a"), new int[0], ENGLISH).facts()).containsExactly("GBK");
    }

    private String line(String text) {
        return view.line(rows.received(text), ENGLISH);
    }

    private String inLine(DecodedRow message, int from, int to) {
        String line = view.line(message, ENGLISH);
        int[] hits = view.hitsInLine(message, line, new int[] {from, to});
        return line.substring(hits[0], hits[1]);
    }
}
