package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
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
}
