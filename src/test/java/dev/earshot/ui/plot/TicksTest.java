package dev.earshot.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Axes have a few round labels, whatever they show. */
class TicksTest {
    private static final long DAY = 86_400_000_000_000L;

    private static long at(int hour, int minute) {
        return LocalDateTime.of(2026, 11, 30, hour, minute)
                        .atZone(ZoneId.systemDefault())
                        .toEpochSecond()
                * 1_000_000_000;
    }

    @Test
    void timesAreRoundInLocalTime() {
        long from = at(20, 31) + 500_000_000;
        assertThat(TimeTicks.of(from, from + 10_000_000_000L, 5))
                .extracting(TimeTicks.Tick::label)
                .containsExactly("20:31:02", "20:31:04", "20:31:06", "20:31:08", "20:31:10");
        List<TimeTicks.Tick> days = TimeTicks.of(at(20, 0), at(20, 0) + DAY, 4);
        assertThat(days).extracting(TimeTicks.Tick::label).containsExactly("00:00", "06:00", "12:00", "18:00");
        assertThat(days.get(0).date()).isEqualTo("2026-12-01");
        assertThat(days.get(1).date()).isEmpty();
    }

    @Test
    void everySpanHasSomeTimesAndNeverMany() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long from = at(20, 31) + (long) (random.nextDouble() * DAY);
            long width = 1_000L + (long) Math.pow(10, 3 + random.nextDouble() * 14);
            int count = 1 + random.nextInt(12);
            List<TimeTicks.Tick> ticks = TimeTicks.of(from, from + width, count);
            assertThat(ticks.size()).isLessThanOrEqualTo(2 * count + 1);
            assertThat(ticks).allMatch(tick -> tick.time() >= from && tick.time() <= from + width);
        }
    }

    @Test
    void valuesAreRoundAndKeepTheirDigits() {
        assertThat(new ValueScale(17.2, 26.9).ticks(5))
                .extracting(ValueScale.Tick::label)
                .containsExactly("18", "20", "22", "24", "26");
        assertThat(new ValueScale(-0.011, 0.012).ticks(4))
                .extracting(ValueScale.Tick::label)
                .containsExactly("-0.01", "0.00", "0.01");
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            double least = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            double most = least + Math.abs(least) * Math.pow(10, random.nextInt(8) - 4) + 1e-30;
            int count = 2 + random.nextInt(10);
            assertThat(ValueScale.around(least, most).ticks(count).size()).isBetween(1, 2 * count + 1);
        }
    }

    @Test
    void aScaleHasRoomAroundWhateverThereIs() {
        assertThat(ValueScale.around(5, 5)).isEqualTo(new ValueScale(4.5, 5.5));
        assertThat(ValueScale.around(0, 0)).isEqualTo(new ValueScale(-1, 1));
        assertThat(ValueScale.around(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(new ValueScale(0, 1));
        ValueScale huge = ValueScale.around(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(huge.most() - huge.least()).isFinite();
    }
}
