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

    private final ReplyScheduler later = new ReplyScheduler();

    @AfterEach
    void close() {
        later.close();
    }

    @Test
    void whatWaitsIsBoundedAndWhatIsCancelledMakesRoom() {
        List<ReplyScheduler.DelayedTask> waiting = new ArrayList<>();
        for (int i = 0; i < ReplyScheduler.MOST_TASKS; i++) {
            waiting.add(later.runAfter(HOUR, 10, done -> {}));
        }
        assertThat(waiting).doesNotContainNull();
        assertThat(later.runAfter(HOUR, 10, done -> {})).isNull();
        assertThat(later.hasRoom()).isFalse();
        assertThat(waiting.get(0).cancel()).isTrue();
        assertThat(waiting.get(0).cancel()).isFalse();
        assertThat(later.runAfter(HOUR, 10, done -> {})).isNotNull();
    }

    @Test
    void soAreItsBytes() {
        for (int i = 0; i < 64; i++) {
            assertThat(later.runAfter(HOUR, 1 << 20, done -> {})).isNotNull();
        }
        assertThat(later.runAfter(HOUR, 1, done -> {})).isNull();
    }

    @Test
    void thingsAreDoneInOrderAndMakeRoom() throws Exception {
        List<Integer> done = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            int number = i;
            later.runAfter(20, 1 << 19, one -> {
                done.add(number);
                all.countDown();
            });
        }
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isSorted();
        assertThat(later.hasRoom()).isTrue();
    }

    @Test
    void whatGoesWrongDoesNotEndIt() {
        AtomicInteger asked = new AtomicInteger();
        later.runAfter(1, 0, one -> {
            throw new IllegalStateException("as a test wants it");
        });
        later.repeatUntil(1, () -> asked.incrementAndGet() == 3);
        await().until(() -> asked.get() == 3);
    }

    @Test
    void nothingIsDoneAfterTheEndAndNoThreadStays() {
        AtomicInteger done = new AtomicInteger();
        later.runAfter(HOUR, 0, one -> done.incrementAndGet());
        later.close();
        assertThat(later.runAfter(1, 0, one -> done.incrementAndGet())).isNull();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("reply later")));
        assertThat(done).hasValue(0);
    }
}
