package dev.earshot.session.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"-5.2", "+1.234", "-12", "-5,2", "-1.5E-03", "5=3", "a-b", ""})
    void numbersAndTextsStayAsTheyAre(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "-5.2+A1", "-5.2 kg", "+cmd|x", "-", "+", "@x", "\t=1", "\uFF1D1", "-1-1", "+1.2.3"})
    void whatASpreadsheetMightComputeIsGuarded(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text);
    }
}
