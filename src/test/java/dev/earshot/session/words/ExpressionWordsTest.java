package dev.earshot.session.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.journal.search.SearchTerm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a regular expression is said in the words of the language, although the JDK has English only. */
class ExpressionWordsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);

    private static Problem problem(String typed) {
        return catchThrowableOfType(Problem.class, () -> RegularExpression.compile(typed, "problem.match.expression"));
    }

    @Test
    void theUsualMistakesReadWellInBothLanguages() throws Exception {
        assertThat(ENGLISH.of(problem("a(b")))
                .isEqualTo("The regular expression is wrong at position 3: this ( has no ).");
        assertThat(CHINESE.of(problem("a(b"))).isEqualTo("正则表达式第 3 个字符处有误：括号 ( 没有对应的 )。");
        assertThat(ENGLISH.of(problem("a{2,1}"))).contains("write counts as in a{2}, a{2,} or a{2,5}, and a brace");
        assertThat(CHINESE.of(problem("a{2,1}"))).contains("次数要写成 a{2}、a{2,} 或 a{2,5}");
        Problem filter = catchThrowableOfType(Problem.class, () -> SearchTerm.parse("/a(/"));
        assertThat(CHINESE.of(filter)).contains("括号 ( 没有对应的 )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(",
                "a)",
                "[a",
                "*a",
                "a**",
                "\\",
                "\\y",
                "\\p{x",
                "\\p{Foo}",
                "\\xG",
                "\\u12",
                "\\0",
                "\\c",
                "\\k<a>",
                "\\k",
                "(?<a",
                "(?<a>b)(?<a>c)",
                "(?z)",
                "(?",
                "(?<",
                "a{",
                "a{2,1}",
                "a{1",
                "[z-a]",
                "\\N{foo}",
                "x{-1}",
                "(?<=a+b*)c",
                "a{99999}{99999}"
            })
    void noneHasEnglishInChinese(String typed) {
        Problem problem = problem(typed);
        if (problem != null) { // look-behinds of any length are fine for some
            assertThat(CHINESE.of(problem)).doesNotContainPattern("[A-Za-z]{2}");
            assertThat(ENGLISH.of(problem)).doesNotContain("null").doesNotContain("problem.");
        }
    }
}
