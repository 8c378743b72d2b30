package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {
    private static String said(String name, String format) throws Problem {
        Nickname.Named named = new Nickname(name, format).wrap("hi".getBytes(UTF_8), Encoding.UTF_8);
        assertThat(new String(named.bytes(), named.before(), 2, UTF_8)).isEqualTo("hi");
        assertThat(named.before() + 2 + named.after()).isEqualTo(named.bytes().length);
        return new String(named.bytes(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "王, ${name}说${text}, 王说hi",
        "Ann, [${name}] ${text} -- ${name}, [Ann] hi -- Ann",
        "Ann, ${text}, hi",
        "a${text}\\n, ${name}: ${text}, a${text}\\n: hi",
        "'', ${name}说${text}, hi",
    })
    void theTextStandsInTheFormatAndNothingIsAnEscape(String name, String format, String whole) throws Problem {
        assertThat(said(name, format)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${name}:", "${text}${text}", "${text} ${nick}", "", "$text"})
    void aFormatWithoutOnePlaceForTheTextIsRefused(String format) {
        Nickname wrong = new Nickname("Ann", format);
        assertThat(wrong.isValid()).isFalse();
        assertThatThrownBy(() -> wrong.wrap(new byte[0], Encoding.UTF_8))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.key()).isEqualTo("problem.nick.format"));
    }

    @Test
    void aNameThatTheEncodingLacksIsReported() {
        assertThatThrownBy(() -> new Nickname("😀", Nickname.CHAT).wrap(new byte[0], Encoding.GBK))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.key()).isEqualTo("problem.nick.encoding"));
    }
}
