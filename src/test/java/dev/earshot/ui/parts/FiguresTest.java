package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void sizesHaveOneDecimalFromAKilobyteOn() {
        assertThat(Figures.bytes(0)).isEqualTo("0 B");
        assertThat(Figures.bytes(1023)).isEqualTo("1023 B");
        assertThat(Figures.bytes(49_357)).isEqualTo("48.2 KB");
        assertThat(Figures.bytes(4_299_162)).isEqualTo("4.1 MB");
        assertThat(Figures.bytes(Long.MAX_VALUE)).endsWith(" PB");
        assertThat(Figures.roughBytes(65_536)).isEqualTo("64 KB");
    }

    @Test
    void sizesKeepToTheWidthOfTheirColumn() {
        assertThat(Figures.bytes(400_000)).isEqualTo("391 KB");
        assertThat(Figures.bytes(99 * 1024 + 999)).isEqualTo("100 KB");
        assertThat(Figures.bytes(1024 * 1024 - 1)).isEqualTo("1.0 MB");
        for (int bit = 0; bit < 60; bit++) {
            for (long size = (1L << bit) - 1; size <= (1L << bit) + 1; size++) {
                assertThat(Figures.bytes(size)).hasSizeLessThanOrEqualTo(7);
            }
        }
    }

    @Test
    void agesGetCoarser() {
        Figures figures = new Figures(new Words(Locale.ENGLISH));
        assertThat(figures.age(-5)).isEqualTo("now");
        assertThat(figures.age(5_400)).isEqualTo("5 s");
        assertThat(figures.age(125_000)).isEqualTo("2 min");
        assertThat(figures.age(3 * 3_600_000)).isEqualTo("3 h");
    }
}
