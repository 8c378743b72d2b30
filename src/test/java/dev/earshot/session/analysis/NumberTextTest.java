package dev.earshot.session.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldInput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as devices write them. */
class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23.5|23.5",
                "-2,5|-2.5",
                "+7|7",
                " 8 |8",
                "1e3|1000",
                "0x1F|31",
                "-0x10|-16",
                ".5|0.5",
                "23.5 C|23.5",
                "12.|12",
                "error|NaN",
                "''|NaN",
                "T=5|NaN",
                "1e999|Infinity"
            })
    void aTextIsANumber(String text, Double value) {
        assertThat(NumberText.parse(text)).isEqualTo(value);
    }

    private static Double read(String expression, String message) throws Problem {
        NumberReader reader = NumberSource.Expression.parse(expression).reader();
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return reader.read(FieldInput.of(bytes, Encoding.UTF_8, true), () -> null) ? reader.number() : null;
    }

    @Test
    void anExpressionFindsTheNumberOfItsGroupOrTheFirstOfItsMatch() throws Problem {
        assertThat(read("T=(-?[\\d.]+)", "id=7 T=-23.5 H=40\r\n")).isEqualTo(-23.5);
        assertThat(read("T=\\S+", "id=7 T=23.5C\n")).isEqualTo(23.5);
        assertThat(read("T=(.*)", "T=broken\n")).isNaN();
        assertThat(read("T=(.*)", "H=4\n")).isNull();
        assertThat(read("T=(\\d+)|off", "off\n")).isNull();
        assertThat(read("温度(\\d+)", "温度21\n")).isEqualTo(21);
    }

    @Test
    void aWrongExpressionIsAProblemAtItsPlace() {
        assertThatThrownBy(() -> NumberSource.Expression.parse("T=("))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.plot.expression"));
        assertThatThrownBy(() -> NumberSource.Expression.parse(" "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.plot.expression.none"));
    }
}
