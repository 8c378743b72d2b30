package dev.earshot.session.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static final double[] SHARES = {0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1};

    private static double nearestRank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static void check(double error, int count, DoubleSupplier numbers) {
        double[] all = DoubleStream.generate(numbers).limit(count).toArray();
        Distribution distribution = new Distribution();
        for (double number : all) {
            distribution.add(number);
        }
        Arrays.sort(all);
        for (double share : SHARES) {
            double right = nearestRank(all, share);
            assertThat(distribution.percentile(share))
                    .as("%s", share)
                    .isCloseTo(right, within(Math.abs(right) * error));
        }
        assertThat(distribution.count()).isEqualTo(count);
        assertThat(distribution.least()).isEqualTo(all[0]);
        assertThat(distribution.greatest()).isEqualTo(all[count - 1]);
        double mean = Arrays.stream(all).average().orElseThrow();
        assertThat(distribution.mean()).isCloseTo(mean, within(Math.abs(mean) * 1e-9 + 1e-9));
        Histogram bars = Histogram.of(distribution);
        assertThat(bars.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(count);
        assertThat(bars.counts().size()).isBetween(1, 150);
        assertThat(bars.edges()).isSorted().hasSize(bars.counts().size() + 1);
        assertThat(bars.edges().get(0)).isLessThanOrEqualTo(all[0]);
        assertThat(bars.edges().get(bars.counts().size())).isGreaterThanOrEqualTo(all[count - 1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 99, 100, 101, 10_000})
    void percentilesAreThoseOfTheSortedNumbers(int count) {
        Random random = new Random(count);
        check(0, count, () -> random.nextInt(2048)); // exact
        check(0, count, () -> random.nextInt(100) - 50);
        check(0, count, () -> random.nextInt(5) * 1_000_003.25); // so few that no two share a bucket
        check(0.001, count, () -> Math.exp(random.nextGaussian() * 8));
        check(0.001, count, () -> random.nextGaussian() * 1e6);
        check(0.001, count, () -> Math.abs(random.nextLong()));
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        Distribution distribution = new Distribution();
        distribution.add(Double.NaN);
        distribution.add(Double.POSITIVE_INFINITY);
        assertThat(distribution.count()).isZero();
        assertThat(distribution.mean()).isNaN();
        assertThat(distribution.percentile(0.5)).isNaN();
        assertThat(Histogram.of(distribution).counts()).isEmpty();
    }

    @Test
    void extremeNumbersTakeABoundedNumberOfBuckets() {
        Random random = new Random(1);
        Distribution distribution = new Distribution();
        for (int i = 0; i < 1_000_000; i++) {
            distribution.add(Double.longBitsToDouble(random.nextLong()));
        }
        long[] buckets = new long[1];
        distribution.forEach((value, count) -> buckets[0]++);
        assertThat(buckets[0]).isLessThanOrEqualTo(2 * 129 * 1024 + 1);
        assertThat(Histogram.of(distribution).most()).isPositive();
    }

    @Test
    void barsWidenWhereTheGreatestIsFarFromTheMiddle() {
        Distribution distribution = new Distribution();
        for (int i = 0; i < 100; i++) {
            distribution.add(12);
        }
        distribution.add(1_000_000);
        Histogram bars = Histogram.of(distribution);
        assertThat(bars.counts().size()).isLessThan(30);
        assertThat(bars.most()).isEqualTo(100);
    }
}
