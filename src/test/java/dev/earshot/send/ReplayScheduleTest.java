package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayScheduleTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void theGapsAreThoseOfTheCapture() {
        ReplaySchedule schedule = new ReplaySchedule(ReplaySpeed.AS_KEPT, 5);
        assertThat(schedule.due(70 * SECOND)).isEqualTo(5);
        assertThat(schedule.due(72 * SECOND)).isEqualTo(5 + 2 * SECOND);
        assertThat(schedule.due(73 * SECOND)).isEqualTo(5 + 3 * SECOND);
    }

    @Test
    void aSmallDelayIsMadeUpForAndALargeOneMovesAllBehindIt() {
        ReplaySchedule schedule = new ReplaySchedule(ReplaySpeed.AS_KEPT, 0);
        schedule.due(0);
        schedule.sentAt(SECOND / 100);
        assertThat(schedule.due(SECOND)).isEqualTo(SECOND);
        schedule.sentAt(11 * SECOND);
        assertThat(schedule.due(2 * SECOND)).isEqualTo(12 * SECOND);
    }

    @Test
    void aFactorShortensTheGaps() throws Problem {
        ReplaySchedule schedule = new ReplaySchedule(ReplaySpeed.parse("4"), 0);
        schedule.due(SECOND);
        assertThat(schedule.due(3 * SECOND)).isEqualTo(SECOND / 2);
    }

    @Test
    void withoutWaitingEverythingIsDueAtOnceAndAClockThatWasSetBackDoesNotMatter() {
        ReplaySchedule schedule = new ReplaySchedule(ReplaySpeed.FULL, 9);
        schedule.due(SECOND);
        assertThat(schedule.due(100 * SECOND)).isEqualTo(9);
        ReplaySchedule back = new ReplaySchedule(ReplaySpeed.AS_KEPT, 9);
        back.due(SECOND);
        assertThat(back.due(0)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "10001", "99999", "fast", "", "1e3", "NaN", "Infinity"})
    void whatIsNoSpeedIsRefused(String text) {
        assertThatThrownBy(() -> ReplaySpeed.parse(text)).isInstanceOf(Problem.class);
    }

    @Test
    void speedsAreReadAsTheyAreWritten() throws Problem {
        assertThat(ReplaySpeed.parse("max")).isEqualTo(ReplaySpeed.FULL);
        assertThat(ReplaySpeed.parse("step")).isEqualTo(ReplaySpeed.BY_HAND);
        assertThat(ReplaySpeed.parse(".5").factor()).isEqualTo(0.5);
        assertThat(ReplaySpeed.parse("1")).isEqualTo(ReplaySpeed.AS_KEPT);
    }
}
