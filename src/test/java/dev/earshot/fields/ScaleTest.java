package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that scaled numbers are what a person reads, and not a rounding error beside it. */
class ScaleTest {
    private static Scale scale(String factor, String divisor, String offset) {
        return Scale.of(new BigDecimal(factor), new BigDecimal(divisor), new BigDecimal(offset));
    }

    @ParameterizedTest
    @CsvSource({
        "287, 0.1, 1, 0, 28.7",
        "-3, 0.1, 1, 0, -0.3",
        "3, 0.1, 1, 0.1, 0.4",
        "650, 0.1, 1, -40, 25",
        "1, 1, 3, 0, 0.3333333333333333",
        "7, 2, 0.5, 0.25, 28.25",
        "5, 0.001, 1, 0, 0.005",
        "9, 1, 1, 0.7, 9.7"
    })
    void numbersAreRoundedOnce(double number, String factor, String divisor, String offset, double value) {
        assertThat(scale(factor, divisor, offset).apply(number)).isEqualTo(value);
    }

    @Test
    void theNumberIsWhatItsTextSays() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Scale scale = scale(
                    i % 2 == 0 ? "0.1" : "0.01",
                    "1",
                    BigDecimal.valueOf(random.nextInt(200) - 100, 1).toString());
            int number = random.nextInt();
            assertThat(scale.apply(number)).isEqualTo(Double.parseDouble(scale.text(BigDecimal.valueOf(number))));
        }
    }
}
