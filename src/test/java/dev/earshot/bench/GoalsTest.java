package dev.earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalsTest {
    @Test
    void aFigureStandsBesideItsGoal() {
        Goals goals = new Goals(false);
        assertThat(goals.atMost(39.46, 40, 1)).isEqualTo("39.5 <= 40");
        assertThat(goals.atMost(52.1, 40, 1)).isEqualTo("52.1 > 40 !");
        assertThat(goals.atLeast(2.7, 2.5, 2)).isEqualTo("2.70 >= 2.5");
        assertThat(goals.atLeast(0.9871, 0.999, 3)).isEqualTo("0.987 < 0.999 !");
    }

    @Test
    void aGoalThatIsJustMissedDoesNotLookMet() {
        assertThat(new Goals(false).atMost(16.004, 16, 1)).isEqualTo("16.004 > 16 !");
        assertThat(new Goals(false).atMost(16, 16, 1)).isEqualTo("16.0 <= 16");
    }

    @Test
    void thePackageHasGoalsOfItsOwn() {
        assertThat(new Goals(false).atMost(30, 40, 16, 0)).isEqualTo("30 <= 40");
        assertThat(new Goals(true).atMost(30, 40, 16, 0)).isEqualTo("30 > 16 !");
        assertThat(new Goals(true).atLeast(2, 2.5, 1.5, 1)).isEqualTo("2.0 >= 1.5");
    }

    @Test
    void whatCouldNotBeMeasuredIsNoGoalMet() {
        Goals goals = new Goals(false);
        assertThat(goals.atMost(Double.NaN, 40, 1)).isEqualTo("n/a > 40 !");
        assertThat(goals.summary()).isEqualTo("0 of 1 goals met");
    }

    @Test
    void aFigureMayHaveNoGoal() {
        Goals goals = new Goals(false);
        assertThat(goals.atMost(1.25, Goals.NONE, 2)).isEqualTo("1.25");
        assertThat(goals.atLeast(1.25, Goals.NONE, 2)).isEqualTo("1.25");
        assertThat(goals.summary()).isEmpty();
    }

    @Test
    void theLastLineCountsAllGoals() {
        Goals goals = new Goals(true);
        assertThat(goals.summary()).isEmpty();
        goals.atMost(1, 2, 0);
        goals.atMost(3, 2, 0);
        assertThat(goals.summary()).isEqualTo("1 of 2 goals met, those of the package");
    }
}
