package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.view.MessageView.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueViewTest {
    private final KeyValueView view = new KeyValueView();
    private final SampleRows rows = new SampleRows();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1;b=2\r\n",
                "a=1;b=2;\n",
                "a=1&b=2",
                "T=23.5 H=40",
                "temp: 23.5\nhumidity: 40 %\n",
                "a=1, b=2, c=x y",
                "a:1,b:2",
                "a=1|b=",
                "温度=20;湿度=40",
                "T=1 H=2;S=3",
                "Content-Type: text/html\r\nHost: a:80"
            })
    void twoPairsAndNothingElseAreCertain(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "a=1",
                "x = y",
                "a=1;b",
                "a=1 and b=2",
                "hi: there, all",
                "see http://a.b/?x=1&y=2",
                "12:30:45",
                "if a=1; b",
                "a=1\nhello\nb=2",
                "http://a\nhttp://b",
                "=1;=2",
                "1=2;3=4",
                "what? a=1, b=2"
            })
    void anythingElseIsText(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.NONE);
    }

    @Test
    void onePairIsShownByChoice() {
        assertThat(view.canShow(rows.received("T=23.5"))).isTrue();
        assertThat(view.canShow(rows.received("temp: 5"))).isTrue();
        assertThat(view.canShow(rows.received("hello"))).isFalse();
        assertThat(view.canShow(rows.received("http://a"))).isFalse();
        assertThat(view.line(rows.received("T=23.5"), FieldTree.ENGLISH)).isEqualTo("T = 23.5");
    }

    @Test
    void theTextStaysAndTheTreeHasTheBytesOfTheValues() {
        DecodedRow message = rows.received("温度=23.5; H = 40 %;x=\r\n");
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("温度 = 23.5; H = 40 %; x = ");
        MessageDetail detail = view.detail(message, new int[] {7, 11}, FieldTree.ENGLISH);
        assertThat(detail.text()).isEqualTo("温度=23.5; H = 40 %;x=");
        assertThat(detail.text().substring(detail.hits()[0], detail.hits()[1])).isEqualTo("23.5");
        assertThat(FieldTree.of(view, message)).containsExactly("温度 = 23.5 @7-11", "H = 40 % @17-21", "x =  @24-24");
    }

    @Test
    void aLongMessageTakesNoLongTime() {
        String pairs = "a=" + "b".repeat(100_000) + ";c=" + " ".repeat(100_000) + "d";
        assertThat(view.evidence(rows.received(pairs))).isEqualTo(Evidence.CONTENT);
        assertThat(view.evidence(rows.received("a:".repeat(60_000)))).isEqualTo(Evidence.NONE);
        assertThat(view.evidence(rows.received("a ".repeat(60_000) + "=1"))).isEqualTo(Evidence.NONE);
    }
}
