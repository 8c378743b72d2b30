package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.session.view.MessageView.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonViewTest {
    private final JsonView view = new JsonView();
    private final SampleRows rows = new SampleRows();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " {\"a\" : -0.5e+3 , \"b\":[true,false,null,\"\\u00e9\\n\"]}\r\n",
                "[[[]]]",
                "\uFEFF[1]",
                "{\"\":\"\"}"
            })
    void aWholeObjectOrArrayIsJson(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"a\"",
                "hello",
                "{hello}",
                "[hello]",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\" 1}",
                "{a:1}",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{\"a\"}",
                "[01]",
                "[1.]",
                "[+1]",
                "[.5]",
                "['a']",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"a\tb\"]",
                "[nul]",
                "[1 2]",
                "[1] [2]",
                "[1]x",
                "[}",
                "{]",
                "[1}",
                "{\"a\":[1}",
                "[TRUE]",
                "{\"a\":,}",
                "[:]",
                "[\"a]"
            })
    void anythingElseIsNot(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.NONE);
        assertThat(view.canShow(rows.received(text))).isFalse();
    }

    @Test
    void aLineIsCompactAndKeepsTheTextOfValues() {
        DecodedRow message = rows.received("{ \"t\" : 23.50,\r\n \"on\": [ true , null ], \"n\": \"a b\u202E\" }\n");
        assertThat(view.line(message, FieldTree.ENGLISH))
                .isEqualTo("{\"t\":23.50,\"on\":[true,null],\"n\":\"a b\\u202E\"}");
        int[] hits = view.hitsInLine(message, "", new int[] {8, 13});
        assertThat(view.line(message, FieldTree.ENGLISH).substring(hits[0], hits[1]))
                .isEqualTo("23.50");
    }

    @Test
    void theDetailIsPrettyAndMarksHits() {
        DecodedRow message = rows.received("{\"t\":1,\"a\":[1,2],\"o\":{\"x\":{}},\"e\":[]}\n");
        MessageDetail detail = view.detail(message, new int[] {1, 6}, FieldTree.ENGLISH);
        assertThat(detail.text())
                .isEqualTo("{\n  \"t\": 1,\n  \"a\": [1, 2],\n  \"o\": {\n    \"x\": {}\n  },\n  \"e\": []\n}");
        assertThat(detail.text().substring(detail.hits()[0], detail.hits()[1])).isEqualTo("\"t\": 1");
    }

    @Test
    void theTreeHasTheBytesOfEachValue() {
        assertThat(FieldTree.of(view, rows.received("{\"t\":1,\"a\":[\"x\\n\",{\"b\":null}]}")))
                .containsExactly(
                        "t = 1 @5-6", "a =  @11-29", "a/[0] = x\\n @12-17", "a/[1] =  @18-28", "a/[1]/b = null @23-27");
        String chinese = "{\"温度\":\"二十\",\"t\":5}";
        assertThat(FieldTree.of(view, rows.received(chinese))).containsExactly("温度 = 二十 @10-18", "t = 5 @23-24");
        assertThat(FieldTree.of(view, rows.encoding(Encoding.GBK).received(chinese)))
                .containsExactly("温度 = 二十 @8-14", "t = 5 @19-20");
    }

    @Test
    void aTreeOfUtf16HasItsBytes() {
        rows.encoding(new Encoding("UTF-16LE", StandardCharsets.UTF_16LE, StandardCharsets.UTF_16LE));
        assertThat(FieldTree.of(view, rows.received("{\"t\":42}"))).containsExactly("t = 42 @10-14");
    }

    @Test
    void theBeginningOfALongMessageIsShownOnlyByChoice() {
        byte[] begin = "{\"a\": 1, \"b\": \"cut of".getBytes(StandardCharsets.UTF_8);
        int[] bytes = new int[begin.length];
        Arrays.setAll(bytes, i -> begin[i]);
        DecodedRow message = rows.beginning(5000, bytes);
        assertThat(view.evidence(message)).isEqualTo(Evidence.NONE);
        assertThat(view.canShow(message)).isTrue();
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("{\"a\":1,\"b\":");
        assertThat(FieldTree.of(view, message)).containsExactly("a = 1 @6-7");
    }

    @Test
    void hugeAndDeepMessagesAreLimited() {
        String deep = "[".repeat(900) + "]".repeat(900);
        assertThat(view.evidence(rows.received(deep))).isEqualTo(Evidence.CONTENT);
        assertThat(FieldTree.of(view, rows.received(deep)).size()).isLessThan(100);
        String deeper = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(view.evidence(rows.received(deeper))).isEqualTo(Evidence.NONE);
        String huge = "{\"a\":[" + "0,".repeat(300_000) + "0],\"b\":1}";
        MessageDetail detail = view.detail(rows.received(huge), DecodedRow.NO_HITS, FieldTree.ENGLISH);
        assertThat(detail.fields().get(0).parts().size()).isLessThan(10_100);
        assertThat(detail.fields().get(0).parts().get(10_000).name()).isEqualTo("...");
        assertThat(detail.text().length()).isLessThan(5 * huge.length());
    }
}
