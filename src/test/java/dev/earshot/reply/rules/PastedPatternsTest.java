package dev.earshot.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes dumps and literals as the patterns and answers of rules. */
class PastedPatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000: 247b 307d                                ${0}",
                "00000000  24 7b 30 7d                                       |${0}|\n00000004",
                "0000   24 7b 30 7d                                       ${0}",
                "b'${0}'",
                "\\x24\\x7b\\x30\\x7d",
                "{0x24, 0x7B, 0x30, 0x7D}"
            })
    void onlyTheBytesAreComparedAndSent(String pasted) throws Problem {
        byte[] bytes = {'$', '{', '0', '}'};
        MessageMatcher matcher = new Match(Match.Kind.HEX, pasted).compile();
        assertThat(matcher.match(bytes, Encoding.UTF_8)).isNotNull();
        assertThat(matcher.match(new byte[] {'$', '{', '1', '}'}, Encoding.UTF_8))
                .isNull();
        assertThat(answer(pasted)).isEqualTo(bytes);
    }

    private static byte[] answer(String typed) throws Problem {
        TemplateValues values = new TemplateValues(
                MatchCaptures.of(new byte[0], 0, 0), 1, ZonedDateTime.now(), "", 1, Encoding.UTF_8, new Random());
        return new Template(TextForm.HEX, typed, LineEnding.CR).compile().fill(values);
    }

    @Test
    void aMistakeInADumpIsReported() {
        String pasted = "00000000: 4142  AB\n00000004: 4344  CD";
        Template template = new Template(TextForm.HEX, pasted, LineEnding.NONE);
        Problem problem = catchThrowableOfType(Problem.class, template::check);
        assertThat(problem.key()).isEqualTo("problem.hex.dump.offset");
        assertThat(problem.position()).isEqualTo(19);
    }
}
