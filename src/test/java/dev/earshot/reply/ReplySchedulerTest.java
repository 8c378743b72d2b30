package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplySchedulerTest {
    private static final int HOUR = 3_600_000;

    private final ReplyScheduler scheduler = new ReplyScheduler();

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void waitingTasksAreLimitedAndACancelledOneMakesRoom() {
        List<ReplyScheduler.DelayedTask> waiting = new ArrayList<>();
        for (int i = 0; i < ReplyScheduler.MOST_TASKS; i++) {
            waiting.add(scheduler.runAfter(HOUR, 10, done -> {}));
        }
        assertThat(waiting).doesNotContainNull();
        assertThat(scheduler.runAfter(HOUR, 10, done -> {})).isNull();
        assertThat(scheduler.hasRoom()).isFalse();
        assertThat(waiting.get(0).cancel()).isTrue();
        assertThat(waiting.get(0).cancel()).isFalse();
        assertThat(scheduler.runAfter(HOUR, 10, done -> {})).isNotNull();
    }

    @Test
    void bytesOfWaitingTasksAreLimited() {
        for (int i = 0; i < 64; i++) {
            assertThat(scheduler.runAfter(HOUR, 1 << 20, done -> {})).isNotNull();
        }
        assertThat(scheduler.runAfter(HOUR, 1, done -> {})).isNull();
    }

    @Test
    void tasksRunInOrderAndMakeRoom() throws Exception {
        List<Integer> done = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            int number = i;
            scheduler.runAfter(20, 1 << 19, one -> {
                done.add(number);
                all.countDown();
            });
        }
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isSorted();
        assertThat(scheduler.hasRoom()).isTrue();
    }

    @Test
    void aFailedTaskDoesNotStopTheOthers() {
        AtomicInteger asked = new AtomicInteger();
        scheduler.runAfter(1, 0, one -> {
            throw new IllegalStateException("as a test wants it");
        });
        scheduler.repeatUntil(1, () -> asked.incrementAndGet() == 3);
        await().until(() -> asked.get() == 3);
    }

    @Test
    void nothingRunsAfterCloseAndNoThreadStays() {
        AtomicInteger done = new AtomicInteger();
        scheduler.runAfter(HOUR, 0, one -> done.incrementAndGet());
        scheduler.close();
        assertThat(scheduler.runAfter(1, 0, one -> done.incrementAndGet())).isNull();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("reply later")));
        assertThat(done).hasValue(0);
    }
}
