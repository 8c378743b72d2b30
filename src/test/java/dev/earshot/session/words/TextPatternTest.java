package dev.earshot.session.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextPatternTest {
    private static final Object[] ARGUMENTS = {7, "two", 12_345_678L, -3, 0.25, "'six' {0}", 7.5f, null, "9", 10L};

    @Test
    void everyTextReadsAsMessageFormatWouldWriteIt() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE, Locale.GERMANY)) {
            ResourceBundle bundle = ResourceBundle.getBundle("dev.earshot.session.Words", locale);
            for (String key : bundle.keySet()) {
                same(bundle.getString(key), locale, 1, 2, 3, 4, 5);
                same(bundle.getString(key), locale, 0, 1_000_000, 2, 0.5, 1);
            }
        }
    }

    @Test
    void numbersAndTextsAndMissingArguments() {
        for (String pattern : List.of(
                "",
                "{0}",
                "{0}{1} {2}, {3} {4} {5} {6} {7} {8} {9}",
                "it''s {1}",
                "'{0}' is {0}",
                "{0,number,#} of {2}",
                "{0,choice,1#it|1<them}")) {
            same(pattern, Locale.ENGLISH, ARGUMENTS);
            same(pattern, Locale.GERMANY, ARGUMENTS);
        }
        same("{0} and {1}", Locale.ENGLISH, "one");
        same("{0}", Locale.ENGLISH, List.of(1, 2));
    }

    @Test
    void aPatternServesSeveralTimes() {
        TextPattern pattern = new TextPattern("{0} of {1}", Locale.ENGLISH);
        assertThat(pattern.fill(1, 1000)).isEqualTo("1 of 1,000");
        assertThat(pattern.fill("a", "b")).isEqualTo("a of b");
    }

    private static void same(String pattern, Locale locale, Object... arguments) {
        assertThat(new TextPattern(pattern, locale).fill(arguments))
                .as(pattern)
                .isEqualTo(new MessageFormat(pattern, locale).format(arguments));
    }
}
