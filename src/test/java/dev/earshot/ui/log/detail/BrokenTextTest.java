package dev.earshot.ui.log.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenTextTest {
    @Test
    void linesAreBrokenAtTheVisibleWidth() {
        assertThat(text("abcdefg", 3)).isEqualTo("abc\ndef\ng");
        assertThat(text("ab\ncdef", 3)).isEqualTo("ab\ncde\nf");
        assertThat(text("温度ab", 4)).isEqualTo("温度\nab");
        assertThat(text("abc😀", 3)).as("never inside a pair").isEqualTo("abc\n😀");
    }

    @Test
    void placesAreShiftedByTheBreaks() {
        BrokenText broken = BrokenText.of("abcdefg", 3, new int[] {0, 2, 4, 7});
        assertThat(broken.text()).isEqualTo("abc\ndef\ng");
        assertThat(broken.places()).containsExactly(0, 2, 5, 9);
    }

    private static String text(String text, int wide) {
        return BrokenText.of(text, wide, new int[0]).text();
    }
}
