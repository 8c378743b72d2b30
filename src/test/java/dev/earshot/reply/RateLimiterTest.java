package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.reply.RateLimiter.Verdict;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long MILLI = 1_000_000;

    @Test
    void anAllowedRatePassesForEver() {
        RateLimiter rate = new RateLimiter(10, true, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.tryPass(1, i * 100 * MILLI)).isEqualTo(Verdict.PASS);
        }
        assertThat(rate.takeLeftOutIfOver(100_000 * MILLI)).isZero();
    }

    @Test
    void afterTooMuchNothingPassesUntilAWholeSecondWasCalm() {
        RateLimiter rate = new RateLimiter(3, true, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(rate.tryPass(1, 100 * MILLI)).isEqualTo(Verdict.PASS);
        }
        assertThat(rate.tryPass(1, 100 * MILLI)).isEqualTo(Verdict.CUT);
        assertThat(rate.tryPass(1, 200 * MILLI)).isEqualTo(Verdict.STILL_CUT);
        assertThat(rate.takeLeftOutIfOver(900 * MILLI)).isEqualTo(-1);
        assertThat(rate.tryPass(1, 1_100 * MILLI)).as("the next second").isEqualTo(Verdict.STILL_CUT);
        assertThat(rate.takeLeftOutIfOver(1_900 * MILLI)).isEqualTo(-1);
        assertThat(rate.tryPass(1, 2_100 * MILLI)).as("that one was calm").isEqualTo(Verdict.PASS);
        assertThat(rate.takeLeftOutIfOver(2_100 * MILLI)).isEqualTo(3);
        assertThat(rate.takeLeftOutIfOver(2_100 * MILLI)).as("once").isZero();
    }

    @Test
    void aLongPauseEndsTheEpisode() {
        RateLimiter rate = new RateLimiter(1, true, 0);
        rate.tryPass(1, 0);
        assertThat(rate.tryPass(1, 0)).isEqualTo(Verdict.CUT);
        assertThat(rate.takeLeftOutIfOver(1_999 * MILLI))
                .as("only the rest of the bad second has passed")
                .isEqualTo(-1);
        assertThat(rate.takeLeftOutIfOver(2_000 * MILLI)).isEqualTo(1);
    }

    @Test
    void aRateThatStaysTooHighStaysCut() {
        RateLimiter rate = new RateLimiter(2, true, 0);
        int passed = 0;
        for (int i = 0; i < 10_000; i++) {
            passed += rate.tryPass(1, i * MILLI) == Verdict.PASS ? 1 : 0;
        }
        assertThat(passed).isEqualTo(2);
        assertThat(rate.takeLeftOut()).isEqualTo(9_998);
    }

    @Test
    void withoutBlockingEachSecondPassesUpToTheLimit() {
        RateLimiter rate = new RateLimiter(100, false, 0);
        assertThat(rate.tryPass(60, 0)).isEqualTo(Verdict.PASS);
        assertThat(rate.tryPass(60, MILLI)).isEqualTo(Verdict.CUT);
        assertThat(rate.tryPass(40, MILLI)).isEqualTo(Verdict.PASS);
        assertThat(rate.tryPass(60, 1_000 * MILLI)).isEqualTo(Verdict.PASS);
        assertThat(rate.tryPass(60, 1_001 * MILLI)).isEqualTo(Verdict.STILL_CUT);
        assertThat(rate.tryPass(10, 2_001 * MILLI)).isEqualTo(Verdict.PASS);
        assertThat(rate.takeLeftOutIfOver(3_000 * MILLI)).isEqualTo(2);
    }

    @Test
    void oneMessageAboveTheLimitPassesAlone() {
        RateLimiter rate = new RateLimiter(100, false, 0);
        assertThat(rate.tryPass(1_000, 0)).isEqualTo(Verdict.PASS);
        assertThat(rate.tryPass(1, 0)).isEqualTo(Verdict.CUT);
        assertThat(rate.tryPass(1_000, 1_000 * MILLI)).isEqualTo(Verdict.PASS);
    }
}
