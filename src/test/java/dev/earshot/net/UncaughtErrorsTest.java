package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UncaughtErrorsTest {
    private final UncaughtErrors errors = new UncaughtErrors();

    @Test
    void equalErrorsAreOneDescriptionWithACount() {
        for (int i = 0; i < 3; i++) {
            errors.add(
                    "reader " + i, new IllegalStateException("PASSWORD=hunter2", new RuntimeException("GET /secret")));
        }
        assertThat(errors.count()).isEqualTo(3);
        assertThat(errors.report())
                .containsOnlyOnce("3 x Thread reader N\njava.lang.IllegalStateException\n")
                .containsOnlyOnce("Caused by java.lang.RuntimeException")
                .contains("UncaughtErrorsTest");
    }

    @Test
    void theReportHasNoMessages() {
        errors.add("reader", new IllegalStateException("PASSWORD=hunter2", new RuntimeException("GET /secret")));
        assertThat(errors.report()).doesNotContain("PASSWORD", "hunter2", "secret");
    }

    @Test
    void aStormOfErrorsIsCountedInBoundedMemory() {
        for (int i = 0; i < 10_000; i++) {
            Throwable error = new IllegalStateException("x");
            error.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", i)});
            errors.add("x", error);
        }
        assertThat(errors.count()).isEqualTo(10_000);
        assertThat(errors.report().split("Thread x").length - 1).isEqualTo(UncaughtErrors.MOST);
    }
}
