package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSizeTest {
    @Test
    void readsSizesAsPeopleTypeThem() throws Problem {
        assertThat(ByteSize.parse("512M", 0)).isEqualTo(512L << 20);
        assertThat(ByteSize.parse("2GiB", 0)).isEqualTo(2L << 30);
        assertThat(ByteSize.parse("2 gb", 0)).isEqualTo(2L << 30);
        assertThat(ByteSize.parse("1T", 0)).isEqualTo(1L << 40);
        assertThat(ByteSize.parse("999999T", 0)).isPositive();
    }

    @Test
    void aWrongSizeIsAProblem() {
        for (String typed : new String[] {"", "M", "12", "-1M", "1.5G", "9999999M", "1X", "1GG", "0M"}) {
            assertThatThrownBy(() -> ByteSize.parse(typed, 1))
                    .as(typed)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.size"));
        }
    }

    @Test
    void sizesAreRoundedAsFormatRoundsThem() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            long count = 1024 + (random.nextLong() >>> 1 + random.nextInt(53));
            double value = count;
            int unit = -1;
            do {
                value /= 1024;
                unit++;
            } while (value >= 999.5 && unit < 4);
            String expected =
                    String.format(Locale.ROOT, value < 99.95 ? "%.1f %cB" : "%.0f %cB", value, "KMGTP".charAt(unit));
            assertThat(ByteSize.text(count)).as("%d", count).isEqualTo(expected);
        }
    }
}
