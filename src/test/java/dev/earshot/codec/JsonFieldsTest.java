package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    @Test
    void fieldsAreReadByTheirType() throws Problem {
        JsonFields fields = parse("\uFEFF{\"t\": \"${0} 你\", \"n\": 5, \"f\": true, \"c\": \"crlf\","
                + " \"o\": {\"x\": 1}, \"l\": [{\"y\": 2}, {\"y\": 3}]}");
        assertThat(fields.text("t")).isEqualTo("${0} 你");
        assertThat(fields.number("n", 0, 5, 1)).isEqualTo(5);
        assertThat(fields.flag("f", false)).isTrue();
        assertThat(fields.choice("c", LineEnding.NONE)).isEqualTo(LineEnding.CRLF);
        assertThat(fields.object("o").number("x", 0, 9, 0)).isEqualTo(1);
        assertThat(fields.objects("l")).hasSize(2);
        assertThat(fields.oneOf(List.of("a", "t"))).isEqualTo("t");
        assertThat(fields.text("none", "usual")).isEqualTo("usual");
        assertThat(fields.number("none", 0, 9, 7)).isEqualTo(7);
        fields.refuseUnknown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,N  \"b\" 2}   | 2 | 8",
                "{\"a\":NN tru}        | 3 | 2",
                "{\"a\": \"x           | 1 | 9",
                "{'a': 1}              | 1 | 3",
                "{\"a\": 1,}           | 1 | 10",
                "{\"a\": 1} x          | 1 | 11",
                "// {\"a\": 1}         | 1 | 2"
            })
    void aSyntaxErrorIsReportedWithLineAndColumn(String text, String line, String column) {
        Problem problem = catchThrowableOfType(Problem.class, () -> parse(text.replace("N", "\n")));
        assertThat(problem.key()).isEqualTo("problem.json.syntax");
        assertThat(problem.arguments()).containsExactly("my.json", line, column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null"})
    void aFileThatIsNotOneObjectIsRefused(String text) {
        assertThat(catchThrowableOfType(Problem.class, () -> parse(text)).key()).isEqualTo("problem.json.whole");
    }

    @Test
    void anEmptyFileIsNoJson() {
        for (String text : new String[] {"", " \n", "\uFEFF"}) {
            assertThat(catchThrowableOfType(Problem.class, () -> parse(text)).key())
                    .startsWith("problem.json.");
        }
    }

    @Test
    void deepNestingIsNoStackOverflow() {
        String text = "{\"a\":" + "[".repeat(1_000_000);
        assertThat(catchThrowableOfType(Problem.class, () -> parse(text)).key()).startsWith("problem.json.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"l\": [{}, {\"n\": \"1\"}]}   | problem.json.number  | l[1].n",
                "{\"l\": [{}, {\"n\": 10}]}      | problem.json.number  | l[1].n",
                "{\"l\": [{}, {\"n\": 1.5}]}     | problem.json.number  | l[1].n",
                "{\"l\": [{}, {\"n\": 1e9999}]}  | problem.json.number  | l[1].n",
                "{\"l\": [{\"n\": null}]}        | problem.json.number  | l[0].n",
                "{\"l\": [{\"f\": \"yes\"}]}     | problem.json.flag    | l[0].f",
                "{\"l\": [{\"c\": \"nl\"}]}      | problem.json.choice  | l[0].c",
                "{\"l\": [{\"c\": \"CRLF\"}]}    | problem.json.choice  | l[0].c",
                "{\"l\": [{\"t\": 5}]}           | problem.json.text    | l[0].t",
                "{\"l\": [{\"o\": 5}]}           | problem.json.object  | l[0].o",
                "{\"l\": [5]}                    | problem.json.object  | l[0]",
                "{\"l\": {}}                     | problem.json.list    | l",
                "{}                              | problem.json.missing | l",
                "{\"l\": [{\"tt\": 5}]}          | problem.json.unknown | l[0].tt",
                "{\"l\": [{\"a\": 1, \"b\": 2}]} | problem.json.one     | l[0].b"
            })
    void aWrongFieldIsReportedWithItsPath(String text, String key, String path) {
        Problem problem = catchThrowableOfType(Problem.class, () -> readAll(parse(text)));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.arguments()).startsWith("my.json", path);
    }

    @Test
    void anUnknownFieldIsReportedWithTheKnownOnes() {
        Problem problem = catchThrowableOfType(Problem.class, () -> readAll(parse("{\"l\": [{\"txt\": 1}]}")));
        assertThat(problem.arguments()).last().isEqualTo("a, b, c, f, n, o, t");
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> parse("{\"l\": [{}, {\"a\": 1, \"a\": 1}]}"));
        assertThat(problem.key()).isEqualTo("problem.json.twice");
        assertThat(problem.arguments()).containsExactly("my.json", "l[1].a");
    }

    private static void readAll(JsonFields fields) throws Problem {
        for (JsonFields one : fields.objects("l")) {
            one.number("n", 1, 9, 1);
            one.flag("f", true);
            one.choice("c", LineEnding.NONE);
            one.text("t", "");
            one.oneOf(List.of("a", "b"));
            if (one.has("o")) {
                one.object("o");
            }
            one.refuseUnknown();
        }
        fields.refuseUnknown();
    }

    private static JsonFields parse(String text) throws Problem {
        return JsonFields.parse(text, "my.json");
    }
}
