package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReaderRestTest {
    private long now = 5;
    private final ReaderRest rest = new ReaderRest(() -> now);

    @Test
    void nobodyRestsUnasked() {
        assertThat(rest.nanosLeft()).isZero();
    }

    @Test
    void aRestEndsWhenItsReasonDoes() {
        rest.begin();
        assertThat(rest.nanosLeft()).isPositive();
        rest.end();
        assertThat(rest.nanosLeft()).isZero();
    }

    @Test
    void aRestIsBoundedEvenIfNobodyEndsIt() {
        rest.begin();
        assertThat(rest.nanosLeft()).isLessThanOrEqualTo(ReaderRest.MAX_NANOS + 1);
        now += ReaderRest.MAX_NANOS + 1;
        assertThat(rest.nanosLeft()).isNotPositive();
    }
}
