package dev.earshot.session.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The columns of a picture have exactly what a look at each single point finds. */
class PointColumnsTest {
    private static final long BEGIN = 1_790_000_000_000_000_000L;

    /** Some points: mostly later and later, some at the same time, some earlier, with gaps and whole groups of gaps. */
    private static NumberPoints random(Random random, int count) {
        NumberPoints points = new NumberPoints();
        long time = BEGIN;
        double value = 0;
        boolean broken = false;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000);
            if (random.nextInt(500) == 0) {
                time -= random.nextInt(50_000_000); // the clock was set back
            }
            broken = random.nextInt(200) == 0 ? !broken : broken;
            value += random.nextGaussian();
            points.add(time, broken || random.nextInt(50) == 0 ? Double.NaN : value, i, 1);
        }
        return points;
    }

    @Test
    void theColumnsAreThoseOfEachSinglePoint() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int count = random.nextInt(round < 150 ? 600 : 20_000);
            NumberPoints points = random(random, count);
            long span = Math.max(1, count * 500_000L);
            long from = BEGIN + (long) (span * (random.nextDouble() - 0.2));
            long to = from + 1 + (long) (span * random.nextDouble() * random.nextDouble());
            int columns = 1 + random.nextInt(500);
            PointColumns fast = new PointColumns(from, to, columns);
            points.fill(fast);
            PointColumns slow = new PointColumns(from, to, columns);
            for (int i = 0; i < points.size(); i++) {
                slow.add(points.time(i), points.value(i));
            }
            assertSame(fast, slow);
        }
    }

    private static void assertSame(PointColumns fast, PointColumns slow) {
        for (int c = 0; c < slow.count(); c++) {
            assertThat(fast.first(c)).isEqualTo(Double.valueOf(slow.first(c)));
            assertThat(fast.last(c)).isEqualTo(Double.valueOf(slow.last(c)));
            assertThat(fast.least(c)).isEqualTo(Double.valueOf(slow.least(c)));
            assertThat(fast.most(c)).isEqualTo(Double.valueOf(slow.most(c)));
            assertThat(fast.hasGapBefore(c)).isEqualTo(slow.hasGapBefore(c));
            assertThat(fast.hasGapAfter(c)).isEqualTo(slow.hasGapAfter(c));
        }
        assertThat(fast.timeBefore()).isEqualTo(slow.timeBefore());
        assertThat(fast.valueBefore()).isEqualTo(Double.valueOf(slow.valueBefore()));
        assertThat(fast.timeBehind()).isEqualTo(slow.timeBehind());
        assertThat(fast.valueBehind()).isEqualTo(Double.valueOf(slow.valueBehind()));
    }

    @Test
    void theColumnsHaveTheExtremesOfTheirPoints() {
        NumberPoints points = new NumberPoints();
        double[] values = {5, 1, 9, Double.NaN, 3};
        for (int i = 0; i < values.length; i++) {
            points.add(BEGIN + i * 10L, values[i], i, 1);
        }
        PointColumns columns = new PointColumns(BEGIN, BEGIN + 40, 2);
        points.fill(columns);
        assertThat(columns.first(0)).isEqualTo(5);
        assertThat(columns.last(0)).isEqualTo(1);
        assertThat(columns.first(1)).isEqualTo(9);
        assertThat(columns.most(1)).isEqualTo(9);
        assertThat(columns.least(1)).isEqualTo(3);
        assertThat(columns.has(1)).isTrue();
    }

    @Test
    void theNearestPointIsTheOneOfALookAtAll() {
        Random random = new Random(3);
        NumberPoints points = random(random, 20_000);
        for (int round = 0; round < 300; round++) {
            long time = BEGIN + (long) (random.nextDouble() * 20_000 * 500_000);
            double value = random.nextGaussian() * 50;
            double reach = 1_000_000.0 * (1 + random.nextInt(300));
            double reachValue = 1 + random.nextInt(30);
            double best = 1;
            for (int i = 0; i < points.size(); i++) {
                best = Math.min(best, nonGap(distance(points, i, time, value, reach, reachValue)));
            }
            int found = points.nearest(time, value, reach, reachValue);
            if (best < 1) {
                assertThat(distance(points, found, time, value, reach, reachValue))
                        .isEqualTo(best);
            } else {
                assertThat(found).isEqualTo(-1);
            }
        }
    }

    private static double nonGap(double distance) {
        return Double.isNaN(distance) ? 1 : distance;
    }

    private static double distance(NumberPoints points, int i, long time, double value, double reach, double up) {
        double x = (points.time(i) - time) / reach;
        double y = (points.value(i) - value) / up;
        return x * x + y * y;
    }
}
