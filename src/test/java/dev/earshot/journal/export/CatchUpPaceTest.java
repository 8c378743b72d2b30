package dev.earshot.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long the writer of a log file pauses. */
class CatchUpPaceTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    @Test
    void itPausesOnlyWhileRowsComeInAFlood() {
        CatchUpPace pace = new CatchUpPace(0, 5 * MILLI);
        assertThat(pace.pauseNanos(0, 7 * MILLI)).isZero();
        assertThat(pace.pauseNanos(9_000, 8 * MILLI)).isZero();
        assertThat(pace.pauseNanos(9_000, 15 * MILLI)).as("a reader rests").isZero();
        assertThat(pace.pauseNanos(10_001, 16 * MILLI)).isEqualTo(CatchUpPace.PAUSE_NANOS);
        assertThat(pace.pauseNanos(2_000_000, 266 * MILLI)).isEqualTo(CatchUpPace.PAUSE_NANOS);
        assertThat(pace.pauseNanos(2_040_000, 516 * MILLI))
                .as("the flood is over")
                .isZero();
    }

    @Test
    void anotherFramingWithFewerRowsIsNoFlood() {
        CatchUpPace pace = new CatchUpPace(1_000_000, 0);
        assertThat(pace.pauseNanos(10, 0)).isZero();
    }

    @Test
    void itHasNoTimeWhenRowsThatWaitAreAboutToBeRemoved() {
        assertThat(CatchUpPace.hasTime(900, 1000, 100, 1000)).isTrue();
        assertThat(CatchUpPace.hasTime(400, 1000, 900, 1000)).isTrue();
        assertThat(CatchUpPace.hasTime(900, 1000, 900, 1000)).isFalse();
    }
}
