package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class LineEndingTest {
    @Test
    void eachEndingHasItsBytes() {
        assertThat(LineEnding.NONE.bytes()).isEmpty();
        assertThat(LineEnding.LF.bytes()).containsExactly('\n');
        assertThat(LineEnding.CRLF.bytes()).containsExactly('\r', '\n');
        assertThat(LineEnding.CR.bytes()).containsExactly('\r');
    }

    @Test
    void namesAreReadInAnyCase() throws Problem {
        assertThat(LineEnding.named("none")).isEqualTo(LineEnding.NONE);
        assertThat(LineEnding.named(" LF")).isEqualTo(LineEnding.LF);
        assertThat(LineEnding.named("CrLf")).isEqualTo(LineEnding.CRLF);
        assertThat(LineEnding.named("cr")).isEqualTo(LineEnding.CR);
    }

    @Test
    void anUnknownNameIsAProblem() {
        Problem problem = catchThrowableOfType(Problem.class, () -> LineEnding.named("nl"));
        assertThat(problem.key()).isEqualTo("problem.eol.unknown");
        assertThat(problem.arguments()).containsExactly("nl");
    }
}
