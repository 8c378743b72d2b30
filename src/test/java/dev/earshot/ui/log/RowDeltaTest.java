package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.Row;
import dev.earshot.net.Origin;
import org.junit.jupiter.api.Test;

class RowDeltaTest {
    private static final long MILLI = 1_000_000;

    private static Row at(long nanos) {
        return new Row(0, Row.Kind.RECEIVED, nanos, 1, null, null, 0, 0, new byte[0], Origin.PERSON);
    }

    @Test
    void itIsTheDifferenceOfTheShownTimesInSeconds() {
        assertThat(RowDelta.text(at(5_040 * MILLI), at(5_000 * MILLI))).isEqualTo("0.040");
        assertThat(RowDelta.text(at(90_000 * MILLI), at(1 * MILLI))).isEqualTo("89.999");
        assertThat(RowDelta.text(at(2 * MILLI), at(2 * MILLI - 1))).isEqualTo("0.001");
        assertThat(RowDelta.text(at(2 * MILLI + 999_999), at(2 * MILLI))).isEqualTo("0.000");
    }

    @Test
    void aClockThatWasSetBackGivesLessThanZero() {
        assertThat(RowDelta.text(at(1_000 * MILLI), at(3_500 * MILLI))).isEqualTo("-2.500");
    }

    @Test
    void withoutATimeThereIsNone() {
        assertThat(RowDelta.text(at(5 * MILLI), null)).isEmpty();
        assertThat(RowDelta.text(at(5 * MILLI), at(0))).isEmpty();
        assertThat(RowDelta.text(at(0), at(5 * MILLI))).isEmpty();
    }
}
