package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFramingTest {

    @Test
    void anObjectOrArrayIsAMessageWhateverStandsBehindIt() throws Problem {
        assertThat(cut("{\"a\":1}{\"b\":{\"c\":[2,{}]}}[1,[2]]{}"))
                .containsExactly("{\"a\":1}", "{\"b\":{\"c\":[2,{}]}}", "[1,[2]]", "{}");
        assertThat(cut("{\r\n  \"a\": 1\r\n}\r\n{\n}\n"))
                .as("over several lines")
                .containsExactly("{\r\n  \"a\": 1\r\n}", "\r\n{\n}", "~\n");
    }

    @Test
    void bracketsInStringsDoNotCount() throws Problem {
        assertThat(cut("{\"a\":\"}{\"}{\"b\":\"\\\"}\"}{\"c\\\\\":1}"))
                .containsExactly("{\"a\":\"}{\"}", "{\"b\":\"\\\"}\"}", "{\"c\\\\\":1}");
    }

    @Test
    void textSequencesHaveAMarkBeforeEachObject() throws Problem {
        assertThat(cut("\u001E{\"a\":1}\n\u001E{}\n")).containsExactly("\u001E{\"a\":1}", "\n\u001E{}", "~\n");
    }

    @Test
    void aByteOrderMarkBelongsToItsMessage() throws Problem {
        String mark = "\u00EF\u00BB\u00BF";
        assertThat(cut(mark + "{\"a\":1}\r\n" + mark + "[2]"))
                .containsExactly(mark + "{\"a\":1}", "\r\n" + mark + "[2]");
        assertThat(cut("\u00EF{}\u00BF[]" + mark + mark + "{}"))
                .as("no such mark")
                .containsExactly("!\u00EF", "{}", "!\u00BF", "[]", "!" + mark + mark, "{}");
    }

    @Test
    void whatIsNoJsonIsBroken() throws Problem {
        assertThat(cut("hello {}\n x {\"a\":1}}1{\"b\":2}"))
                .containsExactly("!hello ", "{}", "!\n x ", "{\"a\":1}", "!}1", "{\"b\":2}");
    }

    @Test
    void aStringThatDoesNotEndInItsLineCostsItsMessageOnly() throws Problem {
        assertThat(cut("{\"a\":\"b\n{\"a\":\"c\"}\n{\"a\":\"d\"}"))
                .containsExactly("!{\"a\":\"b", "\n{\"a\":\"c\"}", "\n{\"a\":\"d\"}");
    }

    @Test
    void anObjectThatLacksItsEndCostsItsMessageOnly() throws Problem {
        assertThat(cut("{\"a\":{\"b\":1}{\"c\":[{},[2,{\"d\":3}]]}{\"e\":{}}"))
                .containsExactly("!{\"a\":{\"b\":1}", "{\"c\":[{},[2,{\"d\":3}]]}", "{\"e\":{}}");
        assertThat(cut("[\"a\" {\"b\":1}[[1]] [[2] [[3]]"))
                .containsExactly("![\"a\" ", "{\"b\":1}", "[[1]]", "! [[2] ", "[[3]]");
    }

    @Test
    void whiteSpaceBehindTheLastObjectLacksNothing() {
        assertThat(isIncomplete("{}\r\n")).isFalse();
        assertThat(isIncomplete("{}\n{")).isTrue();
        assertThat(isIncomplete("{}\nx")).isTrue();
    }

    private static boolean isIncomplete(String stream) {
        Cutter cutter = new JsonFraming().newCutter();
        cutter.cut(stream.getBytes(StandardCharsets.ISO_8859_1), 0, stream.length(), new RowEnds());
        return cutter.lacksEnd();
    }

    @Test
    void linesMayStandBetweenObjects() throws Problem {
        assertThat(CutRows.text(
                        Framing.parse("heads:7B=json;*=delimiter:0A"),
                        "READY\n{\"a\":1}{\"b\":\n2}OK\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("READY\n", "{\"a\":1}", "{\"b\":\n2}", "OK\n");
    }

    private static List<String> cut(String stream) throws Problem {
        return CutRows.text(Framing.parse("json"), stream.getBytes(StandardCharsets.ISO_8859_1));
    }
}
