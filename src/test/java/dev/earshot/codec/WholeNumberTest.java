package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

    @Test
    void aNumberInItsRangeIsRead() throws Problem {
        assertThat(WholeNumber.parse("1", 1, 20)).isEqualTo(1);
        assertThat(WholeNumber.parse(" 020 ", 1, 20)).isEqualTo(20);
        assertThat(WholeNumber.parse("999999999", 0, Integer.MAX_VALUE)).isEqualTo(999_999_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "21", "-1", "+1", "1.5", "1 2", "ten", "0x1", "9999999999"})
    void anyOtherTextIsRefusedWithTheRange(String text) {
        assertThatThrownBy(() -> WholeNumber.parse(text, 1, 20)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.key()).isEqualTo("problem.framing.number");
            assertThat(problem.arguments()).containsExactly("1", "20");
        });
    }

    @Test
    void aNumberMayHaveASignWhereBothSidesOfZeroAreAllowed() throws Problem {
        assertThat(WholeNumber.parseSigned(" +20 ", 20)).isEqualTo(20);
        assertThat(WholeNumber.parseSigned("-20", 20)).isEqualTo(-20);
        assertThat(WholeNumber.parseSigned("7", 20)).isEqualTo(7);
        for (String text : new String[] {"", "+", "--1", "+-1", "21", "-21"}) {
            assertThatThrownBy(() -> WholeNumber.parseSigned(text, 20))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.arguments()).containsExactly("-20", "20"));
        }
    }
}
