package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FigureTextTest {

    @Test
    void sizesHaveOneDecimalFromAKilobyteOn() {
        assertThat(FigureText.bytes(0)).isEqualTo("0 B");
        assertThat(FigureText.bytes(1023)).isEqualTo("1023 B");
        assertThat(FigureText.bytes(49_357)).isEqualTo("48.2 KB");
        assertThat(FigureText.bytes(4_299_162)).isEqualTo("4.1 MB");
        assertThat(FigureText.bytes(Long.MAX_VALUE)).endsWith(" PB");
        assertThat(FigureText.roughBytes(65_536)).isEqualTo("64 KB");
    }

    @Test
    void sizesKeepToTheWidthOfTheirColumn() {
        assertThat(FigureText.bytes(400_000)).isEqualTo("391 KB");
        assertThat(FigureText.bytes(99 * 1024 + 999)).isEqualTo("100 KB");
        assertThat(FigureText.bytes(1024 * 1024 - 1)).isEqualTo("1.0 MB");
        for (int bit = 0; bit < 60; bit++) {
            for (long size = (1L << bit) - 1; size <= (1L << bit) + 1; size++) {
                assertThat(FigureText.bytes(size)).hasSizeLessThanOrEqualTo(7);
            }
        }
    }

    @Test
    void agesGetCoarser() {
        FigureText figures = new FigureText(new Words(Locale.ENGLISH));
        assertThat(figures.age(-5)).isEqualTo("now");
        assertThat(figures.age(5_400)).isEqualTo("5 s");
        assertThat(figures.age(125_000)).isEqualTo("2 min");
        assertThat(figures.age(3 * 3_600_000)).isEqualTo("3 h");
    }
}
