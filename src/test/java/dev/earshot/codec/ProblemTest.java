package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aLineKeepsNumbersAndTextsThatLookLikeNumbers() {
        Problem problem = new Problem("problem.x", 3, 12, "8080", "-1", "'quoted", "", "12 bytes", 99_999_999_999L);
        Problem read = Problem.parseLine(problem.toLine());
        assertThat(problem.toLine()).isEqualTo("problem.x\t12\t'8080\t'-1\t''quoted\t\t12 bytes\t99999999999");
        assertThat(read.key()).isEqualTo("problem.x");
        assertThat(read.position()).isEqualTo(-1);
        assertThat(read.arguments()).isEqualTo(List.of(12L, "8080", "-1", "'quoted", "", "12 bytes", 99_999_999_999L));
    }

    @Test
    void aTabInATextIsABlankAndNoOtherArgument() {
        assertThat(Problem.parseLine(new Problem("problem.x", -1, "a\tb").toLine())
                        .arguments())
                .containsExactly("a b");
    }

    @Test
    void anyLineIsParsed() {
        assertThat(Problem.parseLine("").key()).isEmpty();
        assertThat(Problem.parseLine("problem.x\t9999999999999999999999").arguments())
                .containsExactly("9999999999999999999999");
    }
}
